import { type Centred, useCentre } from '../community/use-centre'

/** Like `useCentre`, and whether the user's household is approved: only then it has a passbook. */
export const useMember = (): Centred & { readonly member: boolean } => {
  const centred = useCentre()
  return { ...centred, member: centred.me.data?.membership === 'approved' }
}
