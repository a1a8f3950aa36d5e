/** What the user reads when no answer came; the tap may be repeated, it is done at most once. */
const UNREACHED = 'CLIENT.UNREACHED'

/** Refusals that say that what is shown is no longer so. */
const STALE: readonly string[] = [
  'COMMON.CHANGED',
  'POINTS.PRICE_CHANGED',
  'POINTS.SOLD_OUT',
  'HALL.AGREEMENT_CHANGED',
  'HALL.ALREADY_ANSWERED',
  'HALL.ALREADY_ASKED',
  'HALL.ALREADY_VOTED',
  'HALL.BALLOT_CLOSED',
  'HALL.DAY_OVER',
  'HALL.ALREADY_SORTED',
  'HALL.MATTER_OVER',
  'HALL.MEDIATION_OVER',
  'HALL.MEDIATION_TAKEN',
  'HALL.ROLL_FROZEN',
  'HALL.RULES_CHANGED',
  'HALL.RULES_FROZEN',
  'HALL.NOTHING_TO_CONFIRM',
  'HALL.NOT_THIS_STEP',
  'HALL.PROBLEM_OVER',
  'HALL.SESSION_OVER',
  'HALL.SLOT_TAKEN',
]

/** A refused or failed call. `message` is Chinese and meant for the user. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
    /** Chinese text by name of the input at fault. */
    readonly fields: Readonly<Record<string, string>> = {},
    readonly traceId = '',
  ) {
    super(message)
    this.name = 'Refusal'
  }

  /** Whether it is unknown if the action was done; repeating it needs the same request id. */
  get uncertain(): boolean {
    return this.code === UNREACHED || this.code === 'COMMON.INTERNAL' || this.code === 'COMMON.BUSY'
  }

  /** Whether the page shows something that is no longer so, and has to be read again. */
  get stale(): boolean {
    return STALE.includes(this.code)
  }
}

/** No answer from the cloud: network gone, function died, or too slow. */
export const unreached = (): Refusal => new Refusal(UNREACHED, '没有成功,请重试')

/** Whatever was thrown, as something that can be shown. */
export const asRefusal = (thrown: unknown): Refusal => (thrown instanceof Refusal ? thrown : unreached())
