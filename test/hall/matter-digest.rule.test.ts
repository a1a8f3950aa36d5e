import { matterDigest } from '../../src/hall/matter-digest.rule'

const matter = {
  text: '路灯不亮',
  place: '5栋楼下',
  state: 'answered' as const,
  answer: '换好了',
  backing: 0,
}

test('what became of a matter is told to the group in a few lines', () => {
  expect(matterDigest(matter).split('\n')).toEqual([
    '【有答复了】',
    '路灯不亮(5栋楼下)',
    '答复:换好了',
    '有事就在「邻里」里提,办没办成看得见。',
  ])
})

test('with how many care, and that it is closed; without a place where none was said', () => {
  const lines = matterDigest({ ...matter, state: 'closed', backing: 4, place: '' }).split('\n')
  expect(lines.slice(0, 3)).toEqual(['【办结了】', '路灯不亮', '5 位居民关心这件事'])
})
