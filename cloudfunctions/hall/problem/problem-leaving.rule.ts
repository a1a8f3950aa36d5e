import type { ProblemDocument } from '../../_kit/documents/matters'

type Named = Pick<ProblemDocument, 'raiser' | 'officer' | 'officerMasked' | 'story'>

/** 已注销: what stands where a name stood. */
const gone = '已注销'

/** What changes in a problem so that an alias stands wherever somebody stood. */
export const problemUnder = (
  { raiser, officer, officerMasked, story }: Named,
  openid: string,
  alias: string,
): Named => ({
  raiser: raiser === openid ? alias : raiser,
  officer: officer === openid ? alias : officer,
  officerMasked: officer === openid ? gone : officerMasked,
  story: story.map((line) => (line.by === openid ? { ...line, by: alias, byMasked: gone } : line)),
})
