import Taro from '@tarojs/taro'
import { useState } from 'react'
import { community } from '../../cloud/rooms'
import { useReadPages } from '../../cloud/use-read-pages'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { MoreRows } from '../../ui/more-rows'
import { Page } from '../../ui/page'
import { Row } from '../../ui/row'
import { TextField } from '../../ui/text-field'
import { type AtWork, atWork } from '../at-work'

/** 住户 by building and room. */
function HouseholdsPage({ centreId }: AtWork) {
  const [typed, setTyped] = useState('')
  const [building, setBuilding] = useState('')
  const households = useReadPages(community.households, {
    centreId,
    ...(building !== '' && { building }),
  })
  const open = (id: string) =>
    void Taro.navigateTo({ url: `/community/staff/household-page?centreId=${centreId}&householdId=${id}` })
  return (
    <Page
      title="住户"
      sentence={building === '' ? '已通过审核的住户' : `${building} 栋的住户`}
      reading={households}
    >
      <Card>
        <TextField label="楼栋" max={20} value={typed} placeholder="例如:5" onChange={setTyped} />
        <Button text="只看这一栋" disabled={typed.trim() === ''} onTap={() => setBuilding(typed.trim())} />
        {building !== '' && (
          <Button
            text="看全部楼栋"
            kind="quiet"
            onTap={() => {
              setTyped('')
              setBuilding('')
            }}
          />
        )}
      </Card>
      <Loaded reading={households} rows={6}>
        {(rows) =>
          rows.length > 0 ? (
            <Card>
              {rows.map(({ id, building: door, room, members }) => (
                <Row key={id} title={`${door} ${room}`} aside={`${members} 人`} onTap={() => open(id)} />
              ))}
            </Card>
          ) : (
            <EmptyState
              why={building === '' ? '还没有通过审核的住户' : '这一栋还没有住户,或者楼栋写法不一样'}
            />
          )
        }
      </Loaded>
      <MoreRows reading={households} />
    </Page>
  )
}

export default atWork(HouseholdsPage)
