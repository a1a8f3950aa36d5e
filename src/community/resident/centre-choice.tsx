import { useState } from 'react'
import type { OutputOf } from '../../../types/common/contract'
import { centreLevelNames } from '../../../types/common/words'
import type { communityContract } from '../../../types/community.contract'
import { community } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { Row } from '../../ui/row'
import { TextField } from '../../ui/text-field'

export type Centre = OutputOf<typeof communityContract, 'centre'>

/** From how many names on typing is quicker than looking. */
const filterFrom = 6

/** Chooses a community step by step: 区, 街道, 社区. */
export function CentreChoice({ onChoose }: { onChoose: (centre: Centre) => void }) {
  const [path, setPath] = useState<readonly Centre[]>([])
  const [text, setText] = useState('')
  const parent = path.at(-1)
  const reading = useRead(community.centres, parent ? { parentId: parent.id } : {})
  const go = (next: readonly Centre[]) => {
    setText('')
    setPath(next)
  }
  const choose = (centre: Centre) => (centre.level === 'community' ? onChoose(centre) : go([...path, centre]))
  return (
    <>
      {parent && (
        <Button
          text={`${path.map(({ name }) => name).join(' › ')},重选`}
          onTap={() => go(path.slice(0, -1))}
        />
      )}
      <Loaded reading={reading}>
        {({ centres }) => (
          <>
            {centres.length > filterFrom && (
              <TextField label="按名字找" placeholder="比如:金桂" value={text} onChange={setText} max={30} />
            )}
            <Names centres={centres.filter(({ name }) => name.includes(text.trim()))} choose={choose} />
          </>
        )}
      </Loaded>
    </>
  )
}

function Names({ centres, choose }: { centres: readonly Centre[]; choose: (centre: Centre) => void }) {
  if (centres.length === 0) return <EmptyState why="这里没有找到社区,换个名字或退回上一级再找。" />
  return (
    <Card>
      {centres.map((centre) => (
        <Row
          key={centre.id}
          title={centre.name}
          note={centre.address || centreLevelNames[centre.level]}
          onTap={() => choose(centre)}
        />
      ))}
    </Card>
  )
}
