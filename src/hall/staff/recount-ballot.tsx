import { useState } from 'react'
import { hall } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { Button } from '../../ui/button'
import { Card, Note } from '../../ui/card'
import { Loaded } from '../../ui/loaded'
import { StatusTag } from '../../ui/status-tag'

/** 重数: counts all votes once more and says whether it came to the same. */
export function RecountBallot({ centreId, ballotId }: { centreId: string; ballotId: string }) {
  const [asked, setAsked] = useState(false)
  const recount = useRead(hall.recountBallot, asked ? { centreId, ballotId } : undefined)
  if (!asked) return <Button text="把票重数一遍" onTap={() => setAsked(true)} />
  return (
    <Loaded reading={recount} rows={1}>
      {({ same, result }) => (
        <Card
          title="重数的结果"
          aside={<StatusTag tone={same ? 'good' : 'late'} word={same ? '和公布的一样' : '和公布的不一样'} />}
        >
          <Note>
            同意 {result.for.votes},不同意 {result.against.votes},弃权 {result.abstain.votes}
          </Note>
        </Card>
      )}
    </Loaded>
  )
}
