import Taro from '@tarojs/taro'
import { useHere } from '../cloud/here.store'
import { Button } from './button'

/** Phones the centre; on every page of elder mode, because a voice is easier than a form. */
export function CallCentre() {
  const here = useHere()
  if (!here?.phone) return null
  const call = () => void Taro.makePhoneCall({ phoneNumber: here.phone }).catch(() => undefined)
  return <Button text={`打电话给${here.name} ${here.phone}`} onTap={call} />
}
