import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '../../ui/button'
import { Card, Note, Side } from '../../ui/card'
import { StatusTag } from '../../ui/status-tag'
import type { ImportRun } from './use-import-run'

interface ImportResultProps {
  centreId: string
  kind: 'need' | 'resource'
  run: ImportRun
  onAgain: () => void
}

/** What was written, and where to go on. */
export function ImportResult({ centreId, kind, run, onAgain }: ImportResultProps) {
  const word = kind === 'need' ? '需求' : '资源'
  const open = (page: string) => void Taro.redirectTo({ url: `/lists/staff/${page}?centreId=${centreId}` })
  return (
    <View aria-live="polite">
      <Card title={`导入了 ${run.added} 条${word}`} aside={<StatusTag tone="good" word="完成" />}>
        {run.alreadyHere > 0 && <Note>另有 {run.alreadyHere} 条清单里已经有了,没有重复写</Note>}
        <Side>
          <Button text="去对接台" kind="main" onTap={() => open('match-page')} />
          <Button
            text={`看${word}清单`}
            onTap={() => open(kind === 'need' ? 'needs-page' : 'resources-page')}
          />
          <Button text="再导入一份" onTap={onAgain} />
        </Side>
      </Card>
    </View>
  )
}
