import { Button } from '../../ui/button'
import { Note } from '../../ui/card'
import { Field } from '../../ui/field'
import { type Place, useLocation } from '../use-location'

/** Where the canteen is, taken while standing in it, so that the nearest can be told. */
export function PlaceField({
  value,
  onChange,
}: {
  value: Place | undefined
  onChange: (place: Place) => void
}) {
  const { locate, failed } = useLocation()
  const take = async () => {
    const place = await locate()
    if (place) onChange(place)
  }
  return (
    <Field label="位置(可以不填)" hint="站在食堂里点一下,居民就能看到哪个食堂近">
      <Button text={value ? '位置记下了,重新定位' : '用现在的位置'} onTap={() => void take()} />
      {failed && <Note>没有拿到位置,请允许定位,或者不填。</Note>}
    </Field>
  )
}
