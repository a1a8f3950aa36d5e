import Taro from '@tarojs/taro'
import { Button } from '../../ui/button'
import { Note } from '../../ui/card'
import { say } from '../../ui/say'

/** Phones somebody whose number is shown whole; says so where none was left. A computer cannot phone: it says the number. */
export function CallPerson({ name, phone }: { name: string; phone: string }) {
  if (phone === '') return <Note>{name} 没有留电话</Note>
  const call = () => void Taro.makePhoneCall({ phoneNumber: phone }).catch(() => say(`电话:${phone}`))
  return <Button text={`打给 ${name} ${phone}`} onTap={call} />
}
