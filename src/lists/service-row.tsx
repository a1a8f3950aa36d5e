import { Text, View } from '@tarojs/components'
import type { Standing } from '../community/use-centre'
import { open } from '../pages/open'
import { Button } from '../ui/button'
import { Note, Side } from '../ui/card'
import { RefusalNotice } from '../ui/refusal-notice'
import { StatusTag } from '../ui/status-tag'
import { Tap } from '../ui/tap'
import { type Offer, offerOf, offerWords } from './offer.rule'
import { servicePath } from './paths'
import './service-row.scss'
import type { EditionRow } from './shown'
import type { Enrolling } from './use-enrol'
import { spanText, whereText } from './words'

interface ServiceRowProps {
  centreId: string
  row: EditionRow
  standing: Standing
  enrolling: Enrolling
}

const actions: Readonly<Record<'seat' | 'wait', string>> = { seat: '我要报名', wait: '我要候补' }

function Stand({ offer }: { offer: Offer }) {
  if (offer.kind === 'mine') {
    return <StatusTag tone={offer.state === 'seat' ? 'good' : 'warn'} word={offerWords(offer)} />
  }
  if (offer.kind === 'none') return <StatusTag tone="calm" word={offerWords(offer)} />
  return <Text className={offer.kind === 'seat' ? 'service-row__left' : ''}>{offerWords(offer)}</Text>
}

/** One service of the menu: what, when, where, how many places are left, and enrolling with one tap. */
export function ServiceRow({ centreId, row, standing, enrolling }: ServiceRowProps) {
  const offer = offerOf(row, Date.now())
  const { refused, busyId, enrol } = enrolling
  const canTap = (offer.kind === 'seat' || offer.kind === 'wait') && standing !== 'elsewhere'
  return (
    <View className="service-row">
      <Tap
        role="link"
        label={`${row.title},看详情`}
        className="service-row__link"
        onTap={() => open(servicePath(centreId, row.id))}
      >
        <View className="service-row__title">
          <Text className="service-row__name">{row.title}</Text>
          <Text className="service-row__arrow">›</Text>
        </View>
        <View>{spanText(row.startsAt, row.endsAt)}</View>
        <Note>{whereText(row)}</Note>
      </Tap>
      <Side>
        <View className="service-row__stand">
          <Stand offer={offer} />
        </View>
        {canTap && (
          <Button
            text={actions[offer.kind]}
            label={`${actions[offer.kind]},${row.title}`}
            kind="main"
            busy={busyId === row.id}
            disabled={busyId !== undefined || standing === 'unknown'}
            onTap={() => void enrol(row.id)}
          />
        )}
      </Side>
      {refused?.projectId === row.id && <RefusalNotice refusal={refused.refusal} />}
    </View>
  )
}
