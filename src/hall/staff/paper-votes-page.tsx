import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { hall } from '../../cloud/rooms'
import { useReadPages } from '../../cloud/use-read-pages'
import { type AtWork, atWork } from '../../community/at-work'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { MoreRows } from '../../ui/more-rows'
import { Page } from '../../ui/page'
import { TextField } from '../../ui/text-field'
import { PaperVoteCard } from './paper-vote-card'

/** 录纸质票: one household after the other, by two people, of which neither sees what the other entered. */
function PaperVotesPage({ centreId }: AtWork) {
  const { ballotId = '' } = useRouter().params
  const [building, setBuilding] = useState('')
  const wanted = building.trim()
  const rows = useReadPages(hall.roll, { centreId, ballotId, ...(wanted !== '' && { building: wanted }) })
  return (
    <Page title="录纸质票" sentence="两个人各录一遍,一样才算一票" reading={rows}>
      <TextField label="只看哪一栋" value={building} onChange={setBuilding} max={20} placeholder="5栋" />
      <Loaded reading={rows}>
        {(all) => {
          const left = all.filter(({ voted }) => !voted)
          return left.length > 0 ? (
            left.map((row) => (
              <PaperVoteCard key={row.rollId} centreId={centreId} ballotId={ballotId} row={row} />
            ))
          ) : (
            <EmptyState why={rows.more ? '这一页都投过了,往下看' : '都投过了'} />
          )
        }}
      </Loaded>
      <MoreRows reading={rows} />
    </Page>
  )
}

export default atWork(PaperVotesPage)
