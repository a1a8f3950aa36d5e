import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { hall } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { useReadPages } from '../../cloud/use-read-pages'
import { type AtWork, atWork } from '../../community/at-work'
import { Card } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { MoreRows } from '../../ui/more-rows'
import { Page } from '../../ui/page'
import { TextField } from '../../ui/text-field'
import { sumsText } from '../ballot-words'
import { ClearRoll } from './clear-roll'
import { FillRoll } from './fill-roll'
import { PasteRoll } from './paste-roll'
import { RollRowView } from './roll-row-view'

/** 名册 of a ballot: made while it is a draft; afterwards who took part, and proxies. */
function RollPage({ centreId }: AtWork) {
  const { ballotId = '' } = useRouter().params
  const [building, setBuilding] = useState('')
  const ballot = useRead(hall.ballotOfStaff, { centreId, ballotId })
  const wanted = building.trim()
  const rows = useReadPages(hall.roll, { centreId, ballotId, ...(wanted !== '' && { building: wanted }) })
  const { data } = ballot
  return (
    <Page title="名册" sentence={data && sumsText(data.unit, data.roll)} reading={rows}>
      <Loaded reading={ballot}>
        {(shown) => (
          <>
            {shown.state === 'draft' && (
              <>
                {shown.unit === 'area' ? (
                  <PasteRoll centreId={centreId} ballotId={ballotId} />
                ) : (
                  <FillRoll centreId={centreId} ballot={shown} />
                )}
                {shown.roll.votes > 0 && <ClearRoll centreId={centreId} ballotId={ballotId} />}
              </>
            )}
            <TextField
              label="只看哪一栋"
              value={building}
              onChange={setBuilding}
              max={20}
              placeholder="5栋"
            />
            <Loaded reading={rows}>
              {(all) =>
                all.length > 0 ? (
                  <Card>
                    {all.map((row) => (
                      <RollRowView key={row.rollId} centreId={centreId} ballot={shown} row={row} />
                    ))}
                  </Card>
                ) : (
                  <EmptyState why={wanted === '' ? '名册还是空的' : '名册上没有这一栋'} />
                )
              }
            </Loaded>
            <MoreRows reading={rows} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

export default atWork(RollPage)
