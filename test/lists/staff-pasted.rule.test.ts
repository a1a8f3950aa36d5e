import { csvOfPasted, pastedCount } from '../../src/lists/staff/pasted'

describe('rows pasted out of Excel', () => {
  test('tabs become commas', () => {
    expect(csvOfPasted('需求内容\t人数\n想剪头发\t1')).toBe('需求内容,人数\n想剪头发,1')
  })
  test('a cell with a comma is quoted', () => {
    expect(csvOfPasted('老爸喘,想看医生\t1')).toBe('"老爸喘,想看医生",1')
  })
  test('a cell of several lines stays one cell', () => {
    expect(csvOfPasted('"水管漏\r\n两天了"\t2\r\n')).toBe('"水管漏\n两天了",2')
  })
  test('doubled quotes stand for one', () => {
    expect(csvOfPasted('"他说""急"""\t1')).toBe('"他说""急""",1')
  })
  test('empty rows are left out and the header is not counted', () => {
    expect(pastedCount('需求内容\t人数\n\t\n想剪头发\t1\n\n')).toBe(1)
    expect(pastedCount('')).toBe(0)
  })
})
