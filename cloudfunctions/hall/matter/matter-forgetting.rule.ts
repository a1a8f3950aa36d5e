import type { MatterDocument } from '../../_kit/documents/matters'
import { opinionKey } from './step.rule'

/** What stands where a name stood. */
export const goneName = '已注销'

type Renamed = Pick<
  MatterDocument,
  'by' | 'byMasked' | 'officer' | 'officerMasked' | 'concerned' | 'story' | 'consulted'
>

/** A matter with an alias wherever somebody stood in it, and no name. Those who say 「我也是」 are not part of it. */
export const matterUnder = (matter: Renamed, openid: string, alias: string): Renamed => {
  const { by, byMasked, officer, officerMasked, consulted } = matter
  const { [opinionKey(openid)]: own, ...others } = consulted
  return {
    ...(by === openid ? { by: alias, byMasked: goneName } : { by, byMasked }),
    ...(officer === openid ? { officer: alias, officerMasked: goneName } : { officer, officerMasked }),
    concerned: matter.concerned.map((who) => (who === openid ? alias : who)),
    story: matter.story.map((line) =>
      line.by === openid ? { ...line, by: alias, byMasked: goneName } : line,
    ),
    consulted: own
      ? { ...others, [opinionKey(alias)]: { ...own, who: alias, nameMasked: goneName } }
      : others,
  }
}
