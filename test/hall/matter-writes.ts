import type { ActionName, InputOf } from '../../types/common/contract'
import type { hallContract } from '../../types/hall.contract'
import { centreId, colleague, type MatterHall, photo, resident, secretary, staff } from './matter-hall'

type Hall = typeof hallContract

/** What a resident raises, besides its text. */
export const lamp = { centreId, place: '5栋楼下', photos: [photo], anonymous: false }

/** A matter of 快事快议 about which two colleagues were asked. */
export const askedMatter = async (hall: MatterHall): Promise<string> => {
  const matterId = await hall.sorted('fast')
  await hall.done('askOpinions', { centreId, matterId, people: [staff, colleague] }, staff)
  return matterId
}

/** One write about a matter: how to get there, and who asks what. */
interface Case<A extends ActionName<Hall>> {
  readonly action: A
  readonly prepare: (hall: MatterHall) => Promise<string>
  readonly input: (matterId: string, seen: number) => InputOf<Hall, A>
  readonly by: string
  /** Database writes, the audit row not among them: after each of them the function may die. */
  readonly writes: number
}
const write = <A extends ActionName<Hall>>(one: Case<A>) => one
/** What names a matter. */
export const about = (matterId: string) => ({ centreId, matterId })

/** Every write about one matter that the staff or its raiser do. */
export const writes = [
  write({
    action: 'withdrawMatter',
    prepare: (hall) => hall.sorted(),
    input: (id) => about(id),
    ...{ by: resident, writes: 2 },
  }),
  write({
    action: 'confirmMatter',
    prepare: (hall) => hall.answered(),
    input: (id) => ({ ...about(id), solved: false, text: '又灭了' }),
    ...{ by: resident, writes: 2 },
  }),
  write({
    action: 'triageMatter',
    prepare: (hall) => hall.raised(),
    input: (id) => ({ ...about(id), tier: 'brief', officer: colleague }),
    ...{ by: staff, writes: 2 },
  }),
  write({
    action: 'moveUpMatter',
    prepare: (hall) => hall.sorted(),
    input: (id) => ({ ...about(id), tier: 'assembly', reason: '要开会' }),
    ...{ by: staff, writes: 2 },
  }),
  write({
    action: 'refuseMatter',
    prepare: (hall) => hall.raised(),
    input: (id) => ({ ...about(id), reason: '请打 12345' }),
    ...{ by: staff, writes: 2 },
  }),
  write({
    action: 'moderateMatter',
    prepare: (hall) => hall.raised(),
    input: (id) => ({ ...about(id), hidden: true, reason: '写了姓名' }),
    ...{ by: staff, writes: 2 },
  }),
  write({
    action: 'raiserContact',
    prepare: (hall) => hall.raised(),
    input: (id) => ({ ...about(id), reason: '约上门' }),
    ...{ by: staff, writes: 1 },
  }),
  write({
    action: 'askOpinions',
    prepare: (hall) => hall.sorted('fast'),
    input: (id) => ({ ...about(id), people: [colleague, secretary] }),
    ...{ by: staff, writes: 2 },
  }),
  write({
    action: 'giveOpinion',
    prepare: askedMatter,
    input: (id) => ({ ...about(id), opinion: '同意换' }),
    ...{ by: colleague, writes: 1 },
  }),
  write({
    action: 'takeStep',
    prepare: (hall) =>
      hall.sorted('fast').then(async (id) => {
        await hall.set('matters', id, { done: ['assign', 'consult'] })
        return id
      }),
    input: (id, seen) => ({ ...about(id), step: 'conclude', text: '换灯头', seen }),
    ...{ by: staff, writes: 1 },
  }),
  write({
    action: 'answerMatter',
    prepare: (hall) => hall.sorted(),
    input: (id, seen) => ({ ...about(id), text: '换好了', photos: [], seen }),
    ...{ by: staff, writes: 2 },
  }),
] as readonly Case<ActionName<Hall>>[]
