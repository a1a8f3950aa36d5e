import type { DeviceOptions, Doings } from './device'
import { attributeOf, below, choicesOf, type Drawn, happen, isInteractive, nameOf, textOf } from './drawn'
import { type MiniProgram, startMiniProgram } from './mini-program'

/** A loaded machine is slow; only a test that fails waits this long. */
const PATIENCE_MS = 20_000
const LOOK_EVERY_MS = 15

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** One person's phone with the mini-program open. Names are labels for screen readers, or the words. */
export interface Phone {
  readonly doings: Doings
  readonly program: MiniProgram
  /** Path of the page that is seen, without its query. */
  route(): string
  /** The page's words, one line for each block. */
  text(): string
  /** Waits until the page shows a text. */
  sees(text: string): Promise<void>
  /** Waits until the phone has said a text in passing. */
  hears(text: string): Promise<void>
  /** Waits until the page no longer shows a text. */
  losesSight(of: string): Promise<void>
  /** Once everything is shown, throws when something with this name is offered. */
  offersNo(name: string): Promise<void>
  /** Waits until everything that was asked for is shown. */
  settles(): Promise<void>
  /** Taps what has this name, once it is there and can be tapped. */
  tap(name: string): Promise<void>
  /** Types into the field with this label. */
  type(label: string, value: string): Promise<void>
  /** Picks a word, a day (`2026-12-01`) or a time (`09:00`) in the picker with this label. */
  choose(label: string, value: string): Promise<void>
  /** Everything on the page that a finger can use. */
  controls(): Drawn[]
  /** What those are called. */
  names(): string[]
  /** Opens a page from the one that is seen. */
  open(url: string): void
  back(): void
  /** What the page gives to whoever shares it. */
  share(): { title: string; path: string }
  /** Ends the mini-program; throws when its code complained. */
  close(): void
}

/** Opens the mini-program on somebody's phone, at a page. */
export const openPhone = (options: DeviceOptions, url = '/pages/home/home-page'): Phone => {
  const program = startMiniProgram(options, url)
  const page = () => program.top().drawn
  const text = () => textOf(page())
  const controls = () => below(page()).filter(isInteractive)

  const until = async <Found>(look: () => Found | undefined, missed: string): Promise<Found> => {
    const end = Date.now() + PATIENCE_MS
    for (;;) {
      const found = look()
      if (found !== undefined) return found
      if (Date.now() > end) throw new Error(`${missed} on ${program.top().route}:\n${text()}`)
      await pause(LOOK_EVERY_MS)
    }
  }
  /** Fingers are slower than a phone draws. */
  const drawnUp = async () => {
    await pause(0)
    await until(() => program.idle() || undefined, 'still drawing')
  }
  const settles = async (): Promise<void> => {
    await drawnUp()
    await until(() => program.underWay() === 0 || undefined, 'still waiting for the cloud')
    await pause(LOOK_EVERY_MS)
    if (program.underWay() > 0 || !program.idle()) await settles()
  }
  const named = (name: string) => controls().filter((control) => nameOf(control) === name)
  const usable = (name: string, kind?: string): Promise<Drawn> =>
    until(() => {
      const found = named(name).filter(
        (one) => attributeOf(one, 'ariaDisabled') === undefined && (!kind || one.tagName === kind),
      )
      if (found.length > 1) throw new Error(`${found.length} controls are called ${name}`)
      return found[0]
    }, `no control ${name}`)

  return {
    doings: program.doings,
    program,
    route: () => program.top().route,
    text,
    sees: async (words) => void (await until(() => text().includes(words) || undefined, `no ${words}`)),
    hears: async (words) => {
      const { toasts } = program.doings
      await until(() => toasts.some((said) => said.includes(words)) || undefined, `never said ${words}`)
    },
    losesSight: async (words) =>
      void (await until(() => !text().includes(words) || undefined, `still ${words}`)),
    offersNo: async (name) => {
      await settles()
      if (named(name).length > 0) throw new Error(`${name} is offered on ${program.top().route}:\n${text()}`)
    },
    settles,
    tap: async (name) => {
      happen(await usable(name), 'tap')
      await drawnUp()
    },
    type: async (label, value) => {
      const field = await until(
        () => named(label).find(({ tagName }) => tagName === 'WX-INPUT' || tagName === 'WX-TEXTAREA'),
        `no field ${label}`,
      )
      happen(field, 'input', { value })
      happen(field, 'blur', { value })
      await drawnUp()
    },
    choose: async (label, value) => {
      const picker = await until(
        () => controls().find((one) => one.tagName === 'WX-PICKER' && nameOf(one).startsWith(`${label} `)),
        `no picker ${label}`,
      )
      const words = choicesOf(picker)
      if (words.length > 0 && !words.includes(value)) throw new Error(`${label} offers ${words.join('、')}`)
      happen(picker, 'change', { value: words.length > 0 ? words.indexOf(value) : value })
      await drawnUp()
    },
    controls,
    names: () => controls().map(nameOf),
    open: (to) => program.navigation.navigateTo(to),
    back: () => program.navigation.navigateBack(),
    share: () => program.top().live('onShareAppMessage', {}) as { title: string; path: string },
    close: () => {
      program.close()
      if (program.complaints.length > 0) throw new Error(program.complaints.join('\n'))
    },
  }
}
