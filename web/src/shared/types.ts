/** The shapes the server sends. */

export type Kind = 'INCIDENT' | 'WORK_ORDER'
export type Phase = 'OPEN' | 'WAITING' | 'DONE'
export type Turn = 'DESK' | 'HANDLER' | 'REQUESTER' | 'NONE'

export interface UnitRef {
  id: string
  name: string
}
export interface PersonRef {
  id: string
  name: string
  unit: string | null
}
export interface GroupRef {
  id: string
  name: string
  line: number
}
export interface SystemRef {
  id: string
  name: string
  systemClass: 'A' | 'B' | 'C'
}

export interface Slice<R> {
  rows: R[]
  next: string | null
  /** Null where nobody counted. */
  count: number | null
  capped: boolean
}

export interface Ack {
  id: string
  kind: Kind
  number: string
  title: string
  state: string
  phase: Phase
  version: number
}

export interface Me {
  id: string
  username: string
  name: string
  unit: UnitRef
  groups: GroupRef[]
  roles: { code: string; unit: UnitRef }[]
  permissions: string[]
  language: 'zh-CN' | 'en-US' | null
  canOpen: Kind[]
}

export interface FieldSchema {
  type?: 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object'
  enum?: string[]
  'x-enum'?: string
  'x-ref'?: 'person' | 'group' | 'system' | 'unit' | 'record'
  'x-unit'?: 'minutes'
  format?: string
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  default?: unknown
}
export interface CommandSchema {
  properties?: Record<string, FieldSchema>
  required?: string[]
}
export interface Action {
  command: string
  primary: boolean
  schema: CommandSchema
}

export interface Clock {
  id: string
  name: 'CONFIRM' | 'RESPONSE' | 'RESTORE'
  state: 'RUNNING' | 'PAUSED' | 'STOPPED' | 'CANCELLED'
  outcome: 'MET' | 'MISSED' | null
  limit: string
  limitMinutes: number | null
  startedAt: string
  dueAt: string | null
  stoppedAt: string | null
  remainingMinutes: number | null
  remainingFraction: number | null
  calendar: string
  proposed: boolean
}
export interface ClockExplanation {
  events: { at: string; kind: string; detail: string | null }[]
  segments: { from: string; to: string; kind: 'COUNTED' | 'PAUSED' | 'OFF_HOURS'; minutes: number }[]
}

export type LinkType = 'RAISED_FROM' | 'RELATES_TO' | 'DUPLICATE_OF' | 'CAUSED_BY'
export interface LinkedRecord {
  id: string
  kind: Kind
  number: string
  title: string
  state: string
  phase: Phase
}
export interface Link {
  id: string
  type: LinkType
  outgoing: boolean
  record: LinkedRecord
}

export interface RecordView extends Ack {
  description: string | null
  turn: Turn
  level: string | null
  priority: string | null
  unit: UnitRef
  requester: PersonRef | null
  assignee: PersonRef | null
  assignmentGroup: GroupRef | null
  system: SystemRef | null
  openedAt: string
  updatedAt: string
  nextDueAt: string | null
  details: Record<string, unknown>
  /** Names of what ids in the details stand for. */
  refs?: Record<string, string>
  actions: Action[]
  clocks: Clock[]
  links: Link[]
  watchers: PersonRef[]
  watching: boolean
  canComment: boolean
  canNote: boolean
  canAttach: boolean
}

export interface Entry {
  id: string
  at: string
  by: PersonRef | null
  command: string
  kind: 'COMMAND' | 'COMMENT' | 'NOTE' | 'NOTICE'
  from: string | null
  to: string | null
  body: Record<string, unknown>
  refs: Record<string, string>
}

export interface Attachment {
  id: string
  name: string
  contentType: string
  size: number
  by: PersonRef | null
  at: string
}

export interface WorkRow {
  id: string
  kind: Kind
  number: string
  title: string
  state: string
  phase: Phase
  turn: Turn
  level: string | null
  priority: string | null
  unit: UnitRef
  assignee: PersonRef | null
  nextDueAt: string | null
  openedAt: string
}
export interface MyWork {
  waiting: WorkRow[]
  breaching: WorkRow[]
  watching: WorkRow[]
  counts: { open: number; overdue: number; unassigned: number }
}

export interface SearchHit {
  id: string
  kind: Kind
  number: string
  title: string
  state: string
  phase: Phase
  unit: UnitRef
  openedAt: string
}
export interface SearchResult {
  records: SearchHit[]
  people: PersonRef[]
  systems: SystemRef[]
}

export interface Notice {
  id: string
  at: string
  readAt: string | null
  text: { key: string; params: Record<string, string> }
  record: { id: string; kind: Kind; number: string; title: string } | null
}
