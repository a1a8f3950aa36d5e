import type { FrontDoor } from '../front-door'
import { act, cast, centres } from './cast'

const below: readonly (readonly [parentId: string, segment: string, name: string, address: string])[] = [
  [centres.district, 'chunjiang', '春江街道', '演示地址:春江路 100 号'],
  [centres.street, 'jingui', '金桂社区', '演示地址:金桂巷 8 号'],
  [centres.street, 'yinxing', '银杏社区', '演示地址:银杏街 21 号'],
  [centres.street, 'yulan', '玉兰社区', '演示地址:玉兰里 3 号'],
  [centres.jingui, 'binjiang', '滨江站', '演示地址:江边步道 2 号亭'],
]

/** The deployment is started and its officer sets up the tree. The phone numbers lead nowhere. */
export const playCentres = async (door: FrontDoor): Promise<void> => {
  await act(door, 'start', cast.officer, ['community', 'startDeployment'], {
    code: door.secret('LINLI_FIRST_STAFF_CODE'),
    personName: '区小演',
    segment: centres.district,
    name: '湖东区(演示)',
    phone: '000-0000-000',
    address: '演示地址,并无此地',
  })
  for (const [index, [centreId, segment, name, address]] of below.entries()) {
    await act(door, `centre-${segment}`, cast.officer, ['community', 'createCentre'], {
      centreId,
      segment,
      name,
      phone: `000-0000-00${index + 1}`,
      address,
    })
  }
}
