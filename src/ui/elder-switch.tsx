import { chooseLook, useElder } from '../theme/look.store'
import { Button } from './button'

/** Turns elder mode (长辈版) on and off by hand. */
export function ElderSwitch() {
  const elder = useElder()
  return <Button text={elder ? '标准版' : '长辈版'} onTap={() => chooseLook(elder ? 'standard' : 'elder')} />
}
