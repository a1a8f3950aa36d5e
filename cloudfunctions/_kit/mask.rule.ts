/** 王小明 → 王*明, 李四 → 李*; of a longer name the first and last character stay. */
export const maskName = (name: string): string => {
  const letters = [...name]
  if (letters.length <= 1) return name === '' ? '' : '*'
  if (letters.length === 2) return `${letters[0]}*`
  return `${letters[0]}${'*'.repeat(letters.length - 2)}${letters.at(-1)}`
}

/** 13812341234 → 138****1234; anything else keeps its last two characters. */
export const maskPhone = (phone: string): string => {
  if (phone === '') return ''
  if (/^\d{11}$/.test(phone)) return `${phone.slice(0, 3)}****${phone.slice(7)}`
  return phone.length <= 2 ? '**' : `****${phone.slice(-2)}`
}

/** 「李娟 13800001234」 → 「李* 138****1234」: names and phone numbers of a contact line, each masked. */
export const maskContact = (contact: string): string =>
  contact
    .split(/[\s,,、;;::]/)
    .filter((part) => part !== '')
    .map((part) => (/\d{5,}/.test(part) ? maskPhone(part.replace(/\D/g, '')) : maskName(part)))
    .join(' ')
