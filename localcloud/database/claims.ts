/** Somebody who may hold claims: an open transaction. */
export interface Holder {
  /** The newest write that its snapshot certainly contains. */
  mark: number
  claims: Set<string>
}

/**
 * Who may write what. A claim is the name of a document (or of a unique value); an open transaction holds the
 * claims of all it wrote. Each finished write leaves its number on its claims, so that a transaction whose
 * snapshot is older notices.
 */
export interface Claims<H extends Holder> {
  holderOf(claims: Iterable<string>): H | undefined
  /** True when somebody else holds one of the claims or has written it since the holder's snapshot. */
  inConflict(holder: H, claims: Iterable<string>): boolean
  hold(holder: H, claims: Iterable<string>): void
  release(holder: H): void
  /** Numbers a write while it is being done. */
  touch(claims: Iterable<string>): number
  /** Tells that the write is durable: snapshots from now on contain it. */
  settle(mark: number, anySnapshotOpen: boolean): void
  /** The newest write that a snapshot taken now certainly contains. */
  settledMark(): number
}

/** Makes an empty table of claims. */
export const newClaims = <H extends Holder>(): Claims<H> => {
  const holders = new Map<string, H>()
  const touched = new Map<string, number>()
  let mark = 0
  let settled = 0

  const holderOf = (claims: Iterable<string>): H | undefined => {
    for (const claim of claims) {
      const holder = holders.get(claim)
      if (holder) return holder
    }
    return undefined
  }

  return {
    holderOf,
    inConflict: (holder, claims) => {
      for (const claim of claims) {
        const other = holders.get(claim)
        if ((other && other !== holder) || (touched.get(claim) ?? 0) > holder.mark) return true
      }
      return false
    },
    hold: (holder, claims) => {
      for (const claim of claims) {
        holders.set(claim, holder)
        holder.claims.add(claim)
      }
    },
    release: (holder) => {
      for (const claim of holder.claims) holders.delete(claim)
      holder.claims.clear()
    },
    touch: (claims) => {
      mark += 1
      // Deleting first keeps the table in the order of the marks.
      for (const claim of claims) {
        touched.delete(claim)
        touched.set(claim, mark)
      }
      return mark
    },
    settle: (done, anySnapshotOpen) => {
      settled = Math.max(settled, done)
      if (anySnapshotOpen) return
      for (const [claim, at] of touched) {
        if (at > settled) break
        touched.delete(claim)
      }
    },
    settledMark: () => settled,
  }
}
