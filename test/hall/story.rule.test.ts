import { storyLine } from '../../cloudfunctions/hall/matter/story.rule'
import { people } from '../harness/town'
import { morning, teller } from './matter-rows'

test('a line says who, when and with which request; it is about nothing and for everybody unless told', () => {
  expect(storyLine(teller(people.staff, { nameMasked: '李**' }), { kind: 'note', text: '联系了' })).toEqual({
    ...{ key: 'request-1', at: morning, kind: 'note', text: '联系了' },
    ...{ by: people.staff, byMasked: '李**', about: '', internal: false },
  })
  const facts = { kind: 'note', text: '', about: 'session-1', internal: true }
  expect(storyLine(teller(), facts)).toMatchObject({ about: 'session-1', internal: true })
})

test('a person without a row has no name', () => {
  const { now, requestKey } = teller()
  expect(storyLine({ caller: { openid: 'x' }, now, requestKey }, { kind: 'note', text: '' }).byMasked).toBe(
    '',
  )
})
