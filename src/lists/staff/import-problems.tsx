import { useState } from 'react'
import { lists } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { Button } from '../../ui/button'
import { Card, Note, Side } from '../../ui/card'
import { RefusalNotice } from '../../ui/refusal-notice'
import { Table } from '../../ui/table'
import type { Preview } from './rows'

interface ImportProblemsProps {
  centreId: string
  preview: Preview
}

/** Every row that cannot be imported, named by row and column; long lists part by part. */
export function ImportProblems({ centreId, preview }: ImportProblemsProps) {
  const { importId, bad, problems: first } = preview
  const [part, setPart] = useState<number>()
  const later = useRead(lists.importProblems, part === undefined ? undefined : { centreId, importId, part })
  if (bad === 0) return null
  const problems = part === undefined ? first : (later.data?.problems ?? [])
  const parts = later.data?.parts ?? preview.parts
  return (
    <Card title={`${bad} 行有问题,先不导入`}>
      <Note>在表格里改好,再导入一次;已经导入的行不会重复</Note>
      <Table
        rows={problems}
        keyOf={({ row, column }) => `${row}${column}`}
        columns={[
          { title: '行', cell: ({ row }) => `第 ${row} 行` },
          { title: '列', cell: ({ column }) => column },
          { title: '问题', cell: ({ problem }) => problem },
        ]}
      />
      <RefusalNotice refusal={later.refusal} />
      {parts > 1 && (
        <Side>
          {part !== undefined && part > 0 && <Button text="前一部分" onTap={() => setPart(part - 1)} />}
          {(part ?? 0) < parts - 1 && <Button text="后一部分的问题" onTap={() => setPart((part ?? 0) + 1)} />}
        </Side>
      )}
    </Card>
  )
}
