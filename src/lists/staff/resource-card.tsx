import { lists } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { Card, Note, Side } from '../../ui/card'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import { StatusTag } from '../../ui/status-tag'
import { ContactLine } from './contact-line'
import { draftOf, resourceInput } from './resource-draft'
import type { ResourceRow } from './rows'
import { limitsText } from './words'

interface ResourceCardProps {
  centreId: string
  resource: ResourceRow
  onEdit: () => void
}

/** One resource: what, for whom, when; edited, paused, and its contact shown with a reason. */
export function ResourceCard({ centreId, resource, onEdit }: ResourceCardProps) {
  const { id, title, unit, paused } = resource
  const edit = useWrite(lists.editResource)
  const turn = async () => {
    const input = { ...resourceInput(centreId, draftOf(resource)), resourceId: id, paused: !paused }
    if (await edit.send(input)) say(paused ? `「${title}」又能对接了` : `「${title}」已暂停,对接台不再推荐`)
  }
  return (
    <Card title={title} aside={paused && <StatusTag tone="warn" word="已暂停" />}>
      <Note>{unit}</Note>
      <Note>
        {resource.audience.join('、')} · {limitsText(resource.weekdays, resource.hours)} ·{' '}
        {resource.homeVisit ? '可上门' : '不上门'}
      </Note>
      <Note>
        每次 {resource.capacityPerSession} 人,每月 {resource.sessionsPerMonth} 次
      </Note>
      {resource.agreement !== '' && (
        <Note>
          协议:{resource.agreement}
          {resource.reviewDay !== '' && `,${resource.reviewDay} 复核`}
        </Note>
      )}
      <ContactLine centreId={centreId} resource={resource} />
      <Side>
        <Button text="修改" label={`修改 ${title}`} onTap={onEdit} />
        <Button
          text={paused ? '恢复' : '暂停'}
          label={`${paused ? '恢复' : '暂停'} ${title}`}
          busy={edit.busy}
          onTap={() => void turn()}
        />
      </Side>
      <RefusalNotice refusal={edit.refusal} />
    </Card>
  )
}
