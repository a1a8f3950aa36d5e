import type { Matter } from './shown'

type Told = Pick<Matter, 'text' | 'place' | 'state' | 'answer' | 'backing'>

/** What became of a matter, as text for the group (H7): what was raised, by how many, what was done. No names. */
export const matterDigest = ({ text, place, state, answer, backing }: Told): string =>
  [
    state === 'closed' ? '【办结了】' : '【有答复了】',
    place === '' ? text : `${text}(${place})`,
    backing > 0 && `${backing + 1} 位居民关心这件事`,
    `答复:${answer}`,
    '有事就在「邻里」里提,办没办成看得见。',
  ]
    .filter((line) => typeof line === 'string')
    .join('\n')
