import Taro from '@tarojs/taro'
import { useState } from 'react'

/** Longitude and latitude in degrees. */
export interface Place {
  readonly lng: number
  readonly lat: number
}

/** Where the phone is, asked only when it is tapped and kept only while the page is open. */
export interface Locating {
  readonly place: Place | undefined
  /** The phone would not tell. */
  readonly failed: boolean
  readonly locate: () => Promise<Place | undefined>
}

/** The place of the phone, as WeChat counts it (GCJ-02). */
export function useLocation(): Locating {
  const [place, setPlace] = useState<Place>()
  const [failed, setFailed] = useState(false)
  const locate = async (): Promise<Place | undefined> => {
    setFailed(false)
    try {
      const { longitude: lng, latitude: lat } = await Taro.getLocation({ type: 'gcj02' })
      setPlace({ lng, lat })
      return { lng, lat }
    } catch {
      setFailed(true)
      return undefined
    }
  }
  return { place, failed, locate }
}
