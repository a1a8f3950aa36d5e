/** A row as the tests look at it. */
export type Row = Record<string, unknown>

interface Stats {
  stats: { updated: number; removed: number; created: number }
}

export interface Doc {
  get(): Promise<{ data: Row }>
  field(projection: Row): Doc
  update(options: { data: Row }): Promise<Stats>
  set(options: { data: Row }): Promise<Stats & { _id: string }>
  remove(): Promise<Stats>
}

export interface Query {
  where(filter: Row): Query
  orderBy(path: string, direction: 'asc' | 'desc'): Query
  limit(count: number): Query
  skip(count: number): Query
  field(projection: Row): Query
  get(): Promise<{ data: Row[] }>
  count(): Promise<{ total: number }>
  update(options: { data: Row }): Promise<Stats>
  remove(): Promise<Stats>
}

export interface Pipeline {
  match(filter: Row): Pipeline
  project(fields: Row): Pipeline
  group(fields: Row): Pipeline
  sort(order: Row): Pipeline
  limit(count: number): Pipeline
  skip(count: number): Pipeline
  unwind(path: string | Row): Pipeline
  addFields(fields: Row): Pipeline
  count(name: string): Pipeline
  geoNear(options: Row): Pipeline
  sample(options: { size: number }): Pipeline
  sortByCount(path: string): Pipeline
  bucket(options: Row): Pipeline
  bucketAuto(options: Row): Pipeline
  replaceRoot(options: Row): Pipeline
  lookup(options: Row): Pipeline
  /** Of a pipeline made by `$.pipeline()`, for lookups. */
  done(): unknown
  end(): Promise<{ list: Row[] }>
}

export interface Collection extends Query {
  add(options: { data: Row | Row[] }): Promise<{ _id: string; _ids: string[] }>
  doc(id: string | number): Doc
  aggregate(): Pipeline
}

export interface Transaction {
  collection(name: string): Collection
  commit(): Promise<unknown>
  rollback(reason?: unknown): Promise<unknown>
}

type Operator = (...values: unknown[]) => unknown

type OperatorName =
  | 'eq'
  | 'neq'
  | 'gt'
  | 'gte'
  | 'lt'
  | 'lte'
  | 'in'
  | 'nin'
  | 'and'
  | 'or'
  | 'nor'
  | 'not'
  | 'all'
  | 'exists'
  | 'size'
  | 'mod'
  | 'elemMatch'
  | 'expr'
  | 'jsonSchema'
  | 'set'
  | 'remove'
  | 'inc'
  | 'mul'
  | 'min'
  | 'max'
  | 'rename'
  | 'bit'
  | 'push'
  | 'pop'
  | 'unshift'
  | 'shift'
  | 'pull'
  | 'pullAll'
  | 'addToSet'
  | 'geoNear'
  | 'geoWithin'
  | 'geoIntersects'

type ExpressionName = 'eq' | 'and' | 'gt' | 'sum' | 'push' | 'in'

export interface Db {
  collection(name: string): Collection
  command: Record<OperatorName, Operator> & {
    aggregate: Record<ExpressionName, Operator> & { pipeline(): Pipeline }
    project: Record<'slice' | 'elemMatch', Operator>
  }
  Geo: { Point(longitude: number, latitude: number): unknown } & Record<
    'LineString' | 'Polygon' | 'MultiPoint' | 'MultiLineString' | 'MultiPolygon',
    (parts: unknown[]) => unknown
  >
  RegExp(options: { regexp: string; options?: string }): unknown
  serverDate(options?: { offset: number }): unknown
  createCollection(name: string): Promise<unknown>
  startTransaction(): Promise<Transaction>
  runTransaction<T>(run: (transaction: Transaction) => Promise<T>, times?: number): Promise<T>
}

interface Sdk {
  init(options: { env: unknown }): void
  database(options?: { throwOnNotFound?: boolean }): Db
  DYNAMIC_CURRENT_ENV: symbol
}

/**
 * The real wx-server-sdk under types of our own: its typings answer `string | void | …` everywhere, because they
 * describe callbacks and promises at once.
 */
export const sdk: Sdk = require('wx-server-sdk')
