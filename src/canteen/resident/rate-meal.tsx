import { canteen } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { Note, Side } from '../../ui/card'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import type { MyDiner, OfferedMenu } from '../shown'
import { menuWords } from '../words'

type Rating = 'good' | 'fair' | 'bad'

const words: Readonly<Record<Rating, string>> = { good: '好吃', fair: '一般', bad: '不好' }

interface RateMealProps {
  diner: MyDiner
  menu: OfferedMenu
  rating: Rating | ''
}

/** After the meal: one tap says how it was. */
export function RateMeal({ diner, menu, rating }: RateMealProps) {
  const { send, busy, refusal } = useWrite(canteen.evaluateMeal)
  const { centreId, dinerId } = diner
  const rate = async (tapped: Rating) => {
    const done = await send({ centreId, dinerId, menuId: menu.menuId, rating: tapped, words: '' })
    if (done) say('谢谢您,食堂会看到')
  }
  if (rating !== '') return <Note>您评的是:{words[rating]}</Note>
  return (
    <>
      <Note>这一顿怎么样?</Note>
      <RefusalNotice refusal={refusal} />
      <Side>
        {(['good', 'fair', 'bad'] as const).map((one) => (
          <Button
            key={one}
            text={words[one]}
            label={`${menuWords(menu)} ${words[one]}`}
            busy={busy}
            onTap={() => void rate(one)}
          />
        ))}
      </Side>
    </>
  )
}
