import { useState } from 'react'
import { dayText } from '../../../types/common/time'
import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Card, Note } from '../../ui/card'
import { MainButton } from '../../ui/main-button'
import { PhotosField } from '../../ui/photos-field'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import { TextField } from '../../ui/text-field'
import type { OfMatter } from './of-matter'

/** 答复: what was done, with photos; whoever raised it is asked whether it is solved. */
export function AnswerMatter({ centreId, matter }: OfMatter) {
  const { send, busy, refusal } = useWrite(hall.answerMatter)
  const [text, setText] = useState('')
  const [photos, setPhotos] = useState<string[]>([])
  const { matterId, changes: seen, openProblems, publicNoticeUntil } = matter
  const answer = async () => {
    if (await send({ centreId, matterId, text: text.trim(), photos, seen })) say('答复了,等提事人确认')
  }
  return (
    <>
      <Card title="答复">
        {openProblems > 0 && <Note>还有 {openProblems} 个问题没销号,办完再答复。</Note>}
        {publicNoticeUntil !== '' && <Note>公示到{dayText(publicNoticeUntil)},过了这天再答复。</Note>}
        <TextField
          label="怎么办好的"
          placeholder="比如:灯头换好了,今晚就亮"
          value={text}
          onChange={setText}
          max={500}
          tall
        />
        <PhotosField label="办好的照片" value={photos} onChange={setPhotos} />
        <RefusalNotice refusal={refusal} />
      </Card>
      <MainButton text="答复提事人" busy={busy} disabled={text.trim() === ''} onTap={() => void answer()} />
    </>
  )
}
