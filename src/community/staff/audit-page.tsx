import { asInstant, momentText } from '../../../types/common/time'
import { community } from '../../cloud/rooms'
import { useReadPages } from '../../cloud/use-read-pages'
import { Note } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { MoreRows } from '../../ui/more-rows'
import { Page } from '../../ui/page'
import { Table } from '../../ui/table'
import { type AtWork, atWork } from '../at-work'
import { actionWord } from './action-words'

/** 办事记录: who did what, newest first. */
function AuditPage({ centreId }: AtWork) {
  const log = useReadPages(community.auditLog, { centreId })
  const now = asInstant(Date.now())
  return (
    <Page title="办事记录" sentence="谁在什么时候办了什么,最近的在前" reading={log}>
      <Loaded reading={log} rows={6}>
        {(rows) =>
          rows.length > 0 ? (
            <Table
              rows={rows}
              keyOf={({ at, action, target, who }) => `${at}${action}${target}${who}`}
              columns={[
                { title: '办了什么', wide: true, cell: ({ action }) => actionWord(action) },
                { title: '时间', cell: ({ at }) => momentText(asInstant(at), now) },
                { title: '谁', cell: ({ who }) => who },
                { title: '对象', cell: ({ target }) => <Note>{target}</Note> },
              ]}
            />
          ) : (
            <EmptyState why="还没有办事记录" />
          )
        }
      </Loaded>
      <MoreRows reading={log} />
    </Page>
  )
}

export default atWork(AuditPage)
