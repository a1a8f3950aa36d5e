import type { FrontDoor } from '../front-door'

/** The centres of the demo town, by id. */
export const centres = {
  district: 'hudong',
  street: 'hudong.chunjiang',
  jingui: 'hudong.chunjiang.jingui',
  yinxing: 'hudong.chunjiang.yinxing',
  yulan: 'hudong.chunjiang.yulan',
} as const

/** Those who hold a role, by openid. */
export const cast = {
  officer: 'demo-officer',
  secretaryJingui: 'demo-secretary-jingui',
  staffJingui: 'demo-staff-jingui',
  volunteerJingui: 'demo-volunteer-jingui',
  secretaryYinxing: 'demo-secretary-yinxing',
  staffYinxing: 'demo-staff-yinxing',
} as const

/** The openid of a resident by key. */
export const residentId = (key: string): string => `demo-resident-${key}`

/** One step of the play. `step` names its request for ever, so a play begun again does nothing twice. */
export const act = (
  door: FrontDoor,
  step: string,
  as: string,
  [name, action]: readonly [name: string, action: string],
  input: object,
): Promise<unknown> => door.call({ as, name, action, input, requestId: `town-${step}` })
