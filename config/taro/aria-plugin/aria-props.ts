/** The accessibility attributes of WeChat's components; Taro 4.2.1 knows none of them. */
const names = [
  'aria-label',
  'aria-role',
  'aria-hidden',
  'aria-checked',
  'aria-selected',
  'aria-disabled',
  'aria-expanded',
  'aria-live',
  'aria-modal',
]

/** Attributes by Taro component, in the shape of Taro's `internalComponents` (empty string: no default). */
export const ariaProps: Record<string, Record<string, string>> = Object.fromEntries(
  ['View', 'Text', 'Button', 'Image', 'Input', 'Textarea', 'Picker', 'ScrollView'].map((component) => [
    component,
    Object.fromEntries(names.map((name) => [name, ''])),
  ]),
)
