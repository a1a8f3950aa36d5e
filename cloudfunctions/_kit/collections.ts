import type {
  AuditDocument,
  CentreDocument,
  HouseholdDocument,
  NoticeDocument,
  ResidentDocument,
} from './documents/community'
import type {
  EditionDocument,
  ImportDocument,
  NeedCountDocument,
  NeedDocument,
  ProjectDocument,
  ResourceDocument,
} from './documents/lists'

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
    indexes: [
      index('centreId', 'state', 'order'),
      index('resourceId', 'state'),
      index('entries.who', '-order'),
    ],
  },
  { name: 'editions', indexes: [index('centreId', '-order')] },
  { name: 'imports', indexes: [index('at')] },
]
