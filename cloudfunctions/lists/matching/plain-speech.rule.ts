import { heardAndMeant } from './concepts/dialect'

const meanings = new Map(
  heardAndMeant
    .split(/\s+/)
    .map((pair) => pair.split('='))
    .flatMap(([heard, meant]) => (heard && meant && heard !== meant ? [[heard, meant] as const] : [])),
)
const longest = Math.max(...[...meanings.keys()].map((heard) => heard.length))

/** Says a text in everyday words: dialect and slips of voice input are replaced, the longest first, left to right. */
export const inPlainSpeech = (text: string): string => {
  let plain = ''
  for (let at = 0; at < text.length; ) {
    let taken = 1
    let said = text.charAt(at)
    for (let length = Math.min(longest, text.length - at); length > 0; length -= 1) {
      const meant = meanings.get(text.slice(at, at + length))
      if (meant === undefined) continue
      taken = length
      said = meant
      break
    }
    plain += said
    at += taken
  }
  return plain
}

/** The text as heard and, where that differs, as meant: both are read, so nothing is lost by a wrong guess. */
export const heardAndPlain = (text: string): string => {
  const plain = inPlainSpeech(text)
  return plain === text ? text : `${text}。${plain}`
}
