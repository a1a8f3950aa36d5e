import Taro from '@tarojs/taro'
import { useState } from 'react'
import { lists } from '../../cloud/rooms'
import { useReadPages } from '../../cloud/use-read-pages'
import { type AtWork, atWork } from '../../community/at-work'
import { ChooseOne } from '../../ui/choices'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { MainButton } from '../../ui/main-button'
import { MoreRows } from '../../ui/more-rows'
import { Page } from '../../ui/page'
import { NeedTable } from './need-table'
import type { NeedRow } from './rows'
import { needStateWords } from './words'

const states = ['open', 'matched', 'gap', 'served', 'withdrawn'] as const

/** 群众需求清单 for staff. */
function NeedsPage({ centreId }: AtWork) {
  const [state, setState] = useState<NeedRow['state']>('open')
  const needs = useReadPages(lists.needs, { centreId, state })
  const enter = () => void Taro.navigateTo({ url: `/lists/staff/enter-need-page?centreId=${centreId}` })
  return (
    <Page title="需求清单" sentence="居民说的、问卷来的、走访听到的,都在这里" reading={needs}>
      <ChooseOne
        label="看哪些需求"
        value={state}
        onChange={setState}
        choices={states.map((value) => ({ value, word: needStateWords[value] }))}
      />
      <Loaded reading={needs} rows={6}>
        {(rows) =>
          rows.length > 0 ? (
            <NeedTable rows={rows} />
          ) : (
            <EmptyState why={`没有${needStateWords[state]}的需求`} />
          )
        }
      </Loaded>
      <MoreRows reading={needs} />
      <MainButton text="登记一条需求" onTap={enter} />
    </Page>
  )
}

export default atWork(NeedsPage)
