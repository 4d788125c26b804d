import type { Schemas } from '@/shared/contract'

/** The server's shapes by the names used here; only how a command's schema is read is our own. */

export type Kind = Schemas['Kind']
export type Phase = Schemas['Phase']
export type UnitRef = Schemas['RefsUnit']
export type PersonRef = Schemas['RefsPerson']
export type GroupRef = Schemas['RefsGroup']
export type SystemRef = Schemas['RefsSystem']

export type Ack = Schemas['Ack']
export type Me = Schemas['MeControllerMe']
export type Notice = Schemas['NoticeQueriesView']
export type SearchHit = Schemas['SearchQueriesRow']

export type Clock = Schemas['RecordClocksClockView']
export type LinkType = Schemas['LinkType']
export type Link = Schemas['RecordViewLink']
export type Entry = Schemas['TimelineEntry']
export type Attachment = Schemas['AttachmentsView']

/** What is read of a command's JSON Schema: one question. */
export interface FieldSchema {
  type?: 'string' | 'integer' | 'boolean' | 'array'
  enum?: string[]
  'x-enum'?: string
  'x-ref'?: 'person' | 'handler' | 'group' | 'system' | 'unit' | 'record'
  'x-unit'?: 'minutes'
  format?: 'date-time' | 'textarea'
  minimum?: number
  maximum?: number
  maxLength?: number
  default?: unknown
}
export interface Action extends Omit<Schemas['RecordViewAction'], 'schema'> {
  schema: { properties?: Record<string, FieldSchema>; required?: string[] }
}
export interface RecordView extends Omit<Schemas['RecordView'], 'actions'> {
  actions: Action[]
}
