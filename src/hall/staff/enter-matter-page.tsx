import Taro from '@tarojs/taro'
import { useState } from 'react'
import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { type AtWork, atWork } from '../../community/at-work'
import { ChooseOne } from '../../ui/choices'
import { Field } from '../../ui/field'
import { MainButton } from '../../ui/main-button'
import { Page } from '../../ui/page'
import { PhotosField } from '../../ui/photos-field'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import { TextField } from '../../ui/text-field'
import { matterDeskPath } from '../staff-paths'

const sources = [
  { value: 'visit', word: '入户走访' },
  { value: 'phone', word: '打电话来' },
  { value: 'group', word: '微信群里' },
] as const
type Source = (typeof sources)[number]['value']

const empty = { text: '', place: '', name: '', phone: '' }

/** A member of staff writes down what somebody without an account said. */
function EnterMatterPage({ centreId }: AtWork) {
  const [draft, setDraft] = useState(empty)
  const [photos, setPhotos] = useState<string[]>([])
  const [source, setSource] = useState<Source>('visit')
  const { send, busy, refusal, clear } = useWrite(hall.enterMatter)
  const change = (part: Partial<typeof empty>) => {
    clear()
    setDraft((before) => ({ ...before, ...part }))
  }
  const { phone, ...said } = draft
  const enter = async () => {
    const input = { centreId, ...said, source, photos, ...(phone.trim() !== '' && { phone: phone.trim() }) }
    const entered = await send(input)
    if (!entered) return
    say('记好了,接着分办')
    void Taro.redirectTo({ url: matterDeskPath(centreId, entered.matterId) })
  }
  const errors = refusal?.fields ?? {}
  return (
    <Page title="替居民记一件" sentence="照原话写,一条写一件事">
      <Field label="哪里听到的">
        <ChooseOne label="哪里听到的" value={source} onChange={setSource} choices={sources} />
      </Field>
      <TextField
        label="什么事"
        value={draft.text}
        onChange={(text) => change({ text })}
        max={500}
        tall
        error={errors.text}
      />
      <TextField
        label="在哪里"
        value={draft.place}
        onChange={(place) => change({ place })}
        max={60}
        error={errors.place}
      />
      <TextField
        label="谁说的"
        hint="姓名和电话会加密,要看得写原因。"
        value={draft.name}
        onChange={(name) => change({ name })}
        max={20}
        error={errors.name}
      />
      <TextField
        label="他的电话(没有就不填)"
        keyboard="number"
        value={phone}
        onChange={(typed) => change({ phone: typed })}
        max={11}
        error={errors.phone}
      />
      <PhotosField label="照片" value={photos} onChange={setPhotos} />
      <RefusalNotice refusal={refusal} />
      <MainButton
        text="记下这件事"
        busy={busy}
        disabled={draft.text.trim() === '' || draft.name.trim() === ''}
        onTap={() => void enter()}
      />
    </Page>
  )
}

export default atWork(EnterMatterPage)
