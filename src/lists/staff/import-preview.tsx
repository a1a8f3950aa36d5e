import { View } from '@tarojs/components'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Figure, Figures } from '../../ui/figure'
import { MainButton } from '../../ui/main-button'
import { RefusalNotice } from '../../ui/refusal-notice'
import type { Chosen } from './import-choice'
import { ImportProblems } from './import-problems'
import { ImportResult } from './import-result'
import { ImportSample } from './import-sample'
import { useImportRun } from './use-import-run'

interface ImportPreviewProps {
  centreId: string
  chosen: Chosen
  /** Back to choosing a file. */
  onAgain: () => void
}

/** What was understood of a sheet, and the button that writes it. */
export function ImportPreview({ centreId, chosen, onAgain }: ImportPreviewProps) {
  const { kind, preview } = chosen
  const { importId, good, bad, duplicates, parts } = preview
  const run = useImportRun(centreId, importId, parts)
  if (run.written === parts && parts > 0)
    return <ImportResult centreId={centreId} kind={kind} run={run} onAgain={onAgain} />
  const started = run.written > 0
  return (
    <View>
      <Card>
        <Figures>
          <Figure value={good} word="可以导入" />
          <Figure value={bad} word="有问题" />
          <Figure value={duplicates} word="清单里已有" />
        </Figures>
      </Card>
      <ImportProblems centreId={centreId} preview={preview} />
      <ImportSample sample={preview.sample} />
      {(run.busy || started) && (
        <View aria-live="polite">
          已写 {run.written} / {parts} 部分,写进 {run.added} 条
        </View>
      )}
      <RefusalNotice refusal={run.refusal} />
      <Button text="换一个文件" kind="quiet" onTap={onAgain} />
      {good > 0 && (
        <MainButton
          text={started ? '接着导入剩下的' : `导入 ${good} 条`}
          busy={run.busy}
          onTap={() => void run.go()}
        />
      )}
    </View>
  )
}
