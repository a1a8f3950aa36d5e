import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import { allows, reaches, roleNames } from '../../../types/common/roles'
import { community } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { workAt } from '../../community/desk.store'
import { Card, Columns } from '../../ui/card'
import { ChooseOne } from '../../ui/choices'
import { Row } from '../../ui/row'
import { depthOf, entriesFor, type HeldRole } from './desk-entries'
import { DeskFigures } from './desk-figures'

interface DeskProps {
  roles: readonly (HeldRole & { readonly centreName: string })[]
  /** The centre chosen last; falls back to the first role when nobody here holds a role over it. */
  centreId: string
}

/** One centre's desk: which centre, how things stand, what can be done. */
export function Desk({ roles, centreId: chosen }: DeskProps) {
  const held = roles.find((role) => reaches(role.centreId, chosen)) ?? roles[0]
  const centreId = held && reaches(held.centreId, chosen) ? chosen : (held?.centreId ?? chosen)
  useEffect(() => workAt(centreId), [centreId])
  const here = useRead(community.centre, { centreId })
  const below = useRead(community.centres, depthOf(centreId) < 4 ? { parentId: centreId } : undefined)
  const centres = [...new Map(roles.map((role) => [role.centreId, role.centreName]))]
  const parentId = centreId.split('.').slice(0, -1).join('.')
  const open = (page: string) => void Taro.navigateTo({ url: `/${page}?centreId=${centreId}` })
  return (
    <View>
      {centres.length > 1 && (
        <ChooseOne
          label="在哪里工作"
          value={centreId}
          choices={centres.map(([value, word]) => ({ value, word }))}
          onChange={workAt}
        />
      )}
      <Card title={here.data?.name ?? held?.centreName} aside={held && roleNames[held.role]}>
        {allows(roles, 'match.decide', centreId) && depthOf(centreId) > 2 && (
          <DeskFigures centreId={centreId} />
        )}
      </Card>
      <Columns>
        {entriesFor(roles, centreId).map(({ group, entries }) => (
          <Card key={group} title={group}>
            {entries.map(({ page, title, note }) => (
              <Row key={page} title={title} note={note} onTap={() => open(page)} />
            ))}
          </Card>
        ))}
      </Columns>
      {(below.data?.centres.length ?? 0) > 0 && (
        <Card title="下面的中心和站点">
          {below.data?.centres.map(({ id, name, address }) => (
            <Row key={id} title={name} note={address} onTap={() => workAt(id)} />
          ))}
        </Card>
      )}
      {roles.some((role) => reaches(role.centreId, parentId)) && (
        <Card>
          <Row title="回到上一级" onTap={() => workAt(parentId)} />
        </Card>
      )}
    </View>
  )
}
