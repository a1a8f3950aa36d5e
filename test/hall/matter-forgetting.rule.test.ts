import { goneName, matterUnder } from '../../cloudfunctions/hall/matter/matter-forgetting.rule'
import { opinionKey } from '../../cloudfunctions/hall/matter/step.rule'
import { people } from '../harness/town'
import { morning, sorted } from './matter-rows'

const { resident, staff, secretary } = people
const asked = (who: string, nameMasked: string) => ({
  [opinionKey(who)]: { who, nameMasked, opinion: '同意', at: morning },
})
const matter = sorted('fast', {
  consulted: { ...asked(staff, '李**'), ...asked(secretary, '周**') },
  concerned: [resident, staff, secretary],
})

test('who raised it stays as somebody who is gone', () => {
  const under = matterUnder(matter, resident, 'gone-1')
  expect(under).toMatchObject({ by: 'gone-1', byMasked: goneName, officer: staff, officerMasked: '李**' })
  expect(under.story[0]).toMatchObject({ by: 'gone-1', byMasked: goneName })
  expect(under.concerned).toEqual(['gone-1', staff, secretary])
  expect(JSON.stringify(under)).not.toContain(resident)
})

test('so does who answers for it, with what they wrote', () => {
  const under = matterUnder(matter, staff, 'gone-1')
  expect(under).toMatchObject({ by: resident, byMasked: '王*明', officer: 'gone-1', officerMasked: goneName })
  expect(under.consulted).toEqual({ ...asked('gone-1', goneName), ...asked(secretary, '周**') })
  expect(JSON.stringify(under)).not.toContain(staff)
})

test('again changes nothing', () => {
  const once = { ...matter, ...matterUnder(matter, staff, 'gone-1') }
  expect({ ...once, ...matterUnder(once, staff, 'gone-1') }).toEqual(once)
})
