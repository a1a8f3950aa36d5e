import type { PropsWithChildren } from 'react'
import { Card, Note } from '../../ui/card'
import type { NeedRow } from './rows'
import { needNote } from './words'

/** A need in the person's own words, with who, when and how many. */
export function NeedCard({ need, children }: PropsWithChildren<{ need: NeedRow }>) {
  return (
    <Card title={need.text}>
      <Note>{needNote(need)}</Note>
      {children}
    </Card>
  )
}
