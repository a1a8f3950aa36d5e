import { instantOf, type ShanghaiDay } from '../../types/common/time'
import { rollRow } from './ballot-rows'
import { type Home, openVoting, staff } from './voting'

/** Building 5 votes on a lift: eight owners, one of them with two large units. */

export const question = '5栋要不要加装电梯'
/** When the rules of a ballot written on 3 December let it open, close and be counted. */
export const opened = instantOf('2026-12-04' as ShanghaiDay, 9 * 60 + 5)
export const closing = instantOf('2026-12-11' as ShanghaiDay, 18 * 60)
export const counting = instantOf('2026-12-12' as ShanghaiDay, 18 * 60 + 1)

export const openLiftBallot = async () => {
  const hall = await openVoting()
  const homes = await hall.homes(9)
  const small = homes.slice(0, 7)
  const [first, second] = homes.slice(7)
  if (!first || !second) throw new Error('no homes')
  const line = ({ home }: Home, area: string, mark = '') => [home.building, home.room, area, mark].join('\t')
  return {
    hall,
    /** Seven owners of 60 square metres each. */
    small,
    /** The owner of two units of 200 square metres each. */
    large: first,
    /** What the staff copy out of Excel. */
    pasted: [
      ['楼栋', '房号', '面积', '业主'].join('\t'),
      ...small.map((one) => line(one, '60')),
      line(first, '200', '甲'),
      line(second, '200', '甲'),
    ].join('\n'),
    ballotId: async (): Promise<string> => (await hall.rows('ballots', { question }))[0]?._id ?? '',
    /** A small owner votes for it on their own phone. */
    agrees: async (ballotId: string, { home, openid }: Home) => {
      const { centreId } = home
      const rollId = rollRow(ballotId, [home])._id
      await hall.done('castVote', { centreId, ballotId, rollId, choice: 'for', rulesVersion: 1 }, openid)
    },
    /** One member of staff enters what stands on paper. */
    entered: async (ballotId: string, { home }: Home) => {
      const rollId = rollRow(ballotId, [home])._id
      await hall.done('enterPaperVote', { centreId: home.centreId, ballotId, rollId, choice: 'for' }, staff)
    },
  }
}

export type LiftBallot = Awaited<ReturnType<typeof openLiftBallot>>
