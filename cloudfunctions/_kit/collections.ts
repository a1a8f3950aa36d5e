import type { BallotDocument, PaperVoteDocument, RollDocument, VoteDocument } from './documents/ballots'
import type {
  CanteenDocument,
  CanteenRunDocument,
  DinerDocument,
  MealAccountDocument,
  MealBillDocument,
  MealJournal,
  MealReconciliationDocument,
  MenuDocument,
  StandingOrderDocument,
  SubsidyRuleDocument,
} from './documents/canteen'
import type {
  AuditDocument,
  CentreDocument,
  HouseholdDocument,
  NoticeDocument,
  ResidentDocument,
} from './documents/community'
import type { RouteDocument, WelfareCheckDocument } from './documents/delivery'
import type { BookPage } from './documents/ledger'
import type {
  EditionDocument,
  ImportDocument,
  NeedCountDocument,
  NeedDocument,
  ProjectDocument,
  ResourceDocument,
} from './documents/lists'
import type {
  CalendarDocument,
  HallSettingsDocument,
  MatterDocument,
  ProblemDocument,
  ProblemFigureDocument,
} from './documents/matters'
import type { MediationDocument, MediationFigureDocument } from './documents/mediation'
import type {
  DailyRunDocument,
  EarningItemDocument,
  HonourRollDocument,
  Journal,
  ObjectionDocument,
  PassbookDocument,
  PendingLogDocument,
  PointsSettingsDocument,
  PublicNoticeDocument,
  ReconciliationDocument,
  RedemptionDocument,
  ShelfItemDocument,
  ShiftDocument,
  SponsorDocument,
  StockMoveDocument,
} from './documents/points'
import type { ReceptionDayDocument, ReceptionRuleDocument, SessionDocument } from './documents/sessions'

/** What each collection holds. */
export interface Documents {
  centres: CentreDocument
  residents: ResidentDocument
  households: HouseholdDocument
  auditLog: AuditDocument
  notices: NoticeDocument
  needs: NeedDocument
  needCounts: NeedCountDocument
  resources: ResourceDocument
  projects: ProjectDocument
  editions: EditionDocument
  imports: ImportDocument
  passbooks: PassbookDocument
  passbookPages: BookPage<Journal>
  earningItems: EarningItemDocument
  pendingLogs: PendingLogDocument
  publicNotices: PublicNoticeDocument
  objections: ObjectionDocument
  shifts: ShiftDocument
  shelfItems: ShelfItemDocument
  redemptions: RedemptionDocument
  stockMoves: StockMoveDocument
  sponsors: SponsorDocument
  pointsSettings: PointsSettingsDocument
  reconciliations: ReconciliationDocument
  honourRolls: HonourRollDocument
  dailyRuns: DailyRunDocument
  canteens: CanteenDocument
  menus: MenuDocument
  diners: DinerDocument
  mealAccounts: MealAccountDocument
  mealAccountPages: BookPage<MealJournal>
  subsidyRules: SubsidyRuleDocument
  standingOrders: StandingOrderDocument
  routes: RouteDocument
  welfareChecks: WelfareCheckDocument
  mealBills: MealBillDocument
  mealReconciliations: MealReconciliationDocument
  canteenRuns: CanteenRunDocument
  hallSettings: HallSettingsDocument
  matters: MatterDocument
  sessions: SessionDocument
  receptionRules: ReceptionRuleDocument
  receptionDays: ReceptionDayDocument
  problems: ProblemDocument
  problemFigures: ProblemFigureDocument
  calendars: CalendarDocument
  mediations: MediationDocument
  mediationFigures: MediationFigureDocument
  ballots: BallotDocument
  ballotRoll: RollDocument
  votes: VoteDocument
  paperVotes: PaperVoteDocument
}

export interface IndexDeclaration {
  readonly name: string
  readonly unique?: boolean
  readonly keys: readonly { readonly name: string; readonly direction: '1' | '-1' }[]
}

export interface CollectionDeclaration {
  readonly name: keyof Documents
  readonly indexes: readonly IndexDeclaration[]
}

/** `index('centreId', '-order')` is centre ascending, order descending. */
const index = (...fields: string[]): IndexDeclaration => ({
  name: fields.join('_'),
  keys: fields.map((field) =>
    field.startsWith('-') ? { name: field.slice(1), direction: '-1' } : { name: field, direction: '1' },
  ),
})

/**
 * Every collection with its indexes: the local cloud, the deployment and a reader see this one table. Clients may
 * read and write none of them.
 */
export const collections: readonly CollectionDeclaration[] = [
  { name: 'centres', indexes: [index('parentId', 'name')] },
  {
    name: 'residents',
    indexes: [
      index('centreId', 'membership', 'order'),
      index('householdId'),
      index('phoneHash'),
      index('roles.centreId'),
      index('centreId', 'building'),
    ],
  },
  { name: 'households', indexes: [index('centreId', 'order'), index('centreId', 'building', 'order')] },
  { name: 'auditLog', indexes: [index('centreId', '-order')] },
  { name: 'notices', indexes: [index('to', '-order'), index('to', 'read'), index('sending', 'order')] },
  { name: 'needs', indexes: [index('centreId', 'state', '-order'), index('by', '-order')] },
  { name: 'needCounts', indexes: [] },
  { name: 'resources', indexes: [index('centreId', '-order')] },
  {
    name: 'projects',
    indexes: [index('centreId', 'state', 'order'), index('state', 'endsAt'), index('entries.who', '-order')],
  },
  { name: 'editions', indexes: [index('centreId', '-order')] },
  { name: 'imports', indexes: [index('at')] },
  { name: 'passbooks', indexes: [index('centreId', 'order'), index('centreId', 'building', 'order')] },
  { name: 'passbookPages', indexes: [index('bookId', '-month')] },
  { name: 'earningItems', indexes: [index('centreId', 'order'), index('itemId', '-version')] },
  { name: 'pendingLogs', indexes: [index('centreId', 'state', 'order')] },
  { name: 'publicNotices', indexes: [index('centreId', '-order')] },
  { name: 'objections', indexes: [index('centreId', 'state', '-order')] },
  {
    name: 'shifts',
    indexes: [index('centreId', 'order'), index('settled', 'order'), index('entries.who', 'order')],
  },
  {
    name: 'shelfItems',
    indexes: [
      index('centreId', 'order'),
      index('centreId', 'state', 'order'),
      index('sponsorId', 'order'),
      index('holds.at'),
    ],
  },
  {
    name: 'redemptions',
    indexes: [
      { ...index('centreId', 'pickupCode'), unique: true },
      index('centreId', 'state', 'order'),
      index('passbookId', '-order'),
      index('settled', 'order'),
      index('state', 'pickupBy'),
    ],
  },
  { name: 'stockMoves', indexes: [index('itemId', '-order'), index('sponsorId', '-order')] },
  { name: 'sponsors', indexes: [index('centreId', 'order')] },
  { name: 'pointsSettings', indexes: [] },
  { name: 'reconciliations', indexes: [index('centreId', '-order')] },
  { name: 'honourRolls', indexes: [index('centreId', 'period')] },
  { name: 'dailyRuns', indexes: [] },
  { name: 'canteens', indexes: [index('districtId', 'order'), index('centreId', 'order')] },
  {
    name: 'menus',
    indexes: [
      index('canteenId', 'order'),
      index('state', 'cutoffAt'),
      index('refunds.at'),
      index('routed', 'order'),
    ],
  },
  {
    name: 'diners',
    indexes: [
      index('centreId', 'state', 'order'),
      index('family.who'),
      index('householdId'),
      index('registeredBy'),
    ],
  },
  {
    name: 'mealAccounts',
    indexes: [index('centreId', 'order'), index('pending.at'), index('journals.about')],
  },
  { name: 'mealAccountPages', indexes: [index('bookId', '-month')] },
  { name: 'subsidyRules', indexes: [index('centreId', '-startsOn')] },
  { name: 'standingOrders', indexes: [index('canteenId', 'order'), index('by')] },
  {
    name: 'routes',
    indexes: [
      index('centreId', 'day', 'order'),
      index('menuId', 'order'),
      index('settled', 'state', 'order'),
      index('courier', '-order'),
      index('former.who'),
    ],
  },
  { name: 'welfareChecks', indexes: [index('centreId', 'state', '-order'), index('state', 'remindAt')] },
  { name: 'mealBills', indexes: [index('centreId', 'month', 'order')] },
  { name: 'mealReconciliations', indexes: [index('canteenId', 'order')] },
  { name: 'canteenRuns', indexes: [] },
  { name: 'hallSettings', indexes: [] },
  {
    name: 'matters',
    indexes: [
      index('centreId', 'state', '-order'),
      index('by', '-order'),
      index('by', 'state'),
      index('backers'),
      index('concerned'),
      index('officer', 'state'),
      index('state', 'nextAt'),
    ],
  },
  {
    name: 'sessions',
    indexes: [index('centreId', 'order'), index('people', '-order'), index('state', 'remindAt')],
  },
  { name: 'receptionRules', indexes: [index('centreId', 'order'), index('stopped', 'madeUntil')] },
  {
    name: 'receptionDays',
    indexes: [index('centreId', 'order'), index('centreId', 'month', 'order'), index('askers', '-order')],
  },
  {
    name: 'problems',
    indexes: [
      index('centreId', 'state', '-order'),
      index('raiser', '-order'),
      index('officer', 'state'),
      index('story.by'),
      index('line', 'level', 'state', '-order'),
      index('state', 'nextAt'),
      index('state', 'order'),
    ],
  },
  { name: 'problemFigures', indexes: [] },
  { name: 'calendars', indexes: [index('recountedAfter')] },
  {
    name: 'mediations',
    indexes: [
      index('people', '-order'),
      index('mediator', '-order'),
      index('centreId', 'state', '-order'),
      index('remindOn'),
    ],
  },
  { name: 'mediationFigures', indexes: [] },
  {
    name: 'ballots',
    indexes: [index('centreId', 'state', '-order'), index('centreId', '-order'), index('state', 'countAt')],
  },
  {
    name: 'ballotRoll',
    indexes: [
      index('ballotId', 'order'),
      index('ballotId', 'building', 'order'),
      index('ballotId', 'doors'),
      index('ballotId', 'person'),
      index('ballotId', 'proxy'),
      index('ballotId', 'area'),
      index('person'),
      index('proxy'),
    ],
  },
  { name: 'votes', indexes: [index('ballotId', '_id')] },
  { name: 'paperVotes', indexes: [index('ballotId'), index('firstBy'), index('secondBy')] },
]
