import Taro from '@tarojs/taro'
import { Button } from '../../ui/button'
import { say } from '../../ui/say'

/** Phones a number that was shown whole; nothing where none was left. A computer cannot phone: it says the number. */
export function CallNumber({ who, phone }: { who: string; phone: string }) {
  if (phone === '') return null
  const call = () => void Taro.makePhoneCall({ phoneNumber: phone }).catch(() => say(`电话:${phone}`))
  return <Button text={`打给 ${who} ${phone}`} onTap={call} />
}
