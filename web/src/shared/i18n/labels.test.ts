import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import enUS from '@/shared/i18n/en-US'
import zhCN from '@/shared/i18n/zh-CN'

/** The server names things itself where no page is: in exported files and in letters. */
const SERVER = '../server/src/main/resources/messages'
const properties = (file: string): Map<string, string> =>
  new Map(
    readFileSync(`${SERVER}/${file}.properties`, 'utf8')
      .split('\n')
      .filter((line) => /^[^#\s]/.test(line))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  )

const keysOf = (texts: object, path: string): string[] =>
  Object.entries(texts).flatMap(([key, one]: [string, string | object]) =>
    typeof one === 'string' ? [`${path}.${key}`] : keysOf(one, `${path}.${key}`),
  )

type Texts = typeof zhCN | typeof enUS
const at = (texts: Texts, path: string[]): unknown =>
  path.reduce<unknown>((found, name) => (found as Record<string, unknown> | undefined)?.[name], texts)

/** Enumerations whose names here are not those of the API. */
const RENAMED: Record<string, string> = {
  AlertFate: 'AlertEventsFate',
  Finding: 'ApprovalCommandFinding',
  Position: 'ApprovalCommandPosition',
  SeatOrigin: 'CourseOrigin',
  StageMode: 'ApprovalRulesMode',
  StageProgress: 'CourseViewProgress',
  ClockEvent: 'ClockEventKind',
  ChangeEffect: 'ClockChangeEffect',
  Verdict: 'DecisionTableVerdict',
  DayKind: 'CalendarDefinitionDayKind',
  Leaving: 'LeaverQueriesLeaving',
  Level: 'FaultLevel',
  LevelShort: 'FaultLevel',
  LinkTypeReverse: 'LinkType',
  OnResolved: 'SourceOnResolved',
  Scope: 'SettingScopeKind',
  Segment: 'ClockSegmentKind',
  Weekday: 'DayOfWeek',
}
/** Named here, and plain text or a number in the API. */
const UNTYPED = new Set([
  'AlertReason',
  'CallOffReason',
  'ReviewInterval',
  'AlertSeverity',
  'DayWord',
  'EscalationHearer',
  'Line',
  'NoticeChannel',
  'NoticeReason',
  'NoticeState',
  'ParallelSessions',
  'PasswordKind',
  'Role',
  'StageRejection',
  'StageWhere',
  'StageWhom',
  'WakingLevel',
])

interface Described {
  components: { schemas: Record<string, { enum?: string[] } | undefined> }
}
const { schemas } = (JSON.parse(readFileSync('../docs/openapi.json', 'utf8')) as Described).components

describe.each([
  ['zh-CN', '', zhCN],
  ['en-US', '_en', enUS],
])('names in %s', (_language, suffix, texts) => {
  it('are the same in exported files and letters as on the pages', () => {
    const wrong = [...properties(`labels${suffix}`)].filter(([key, text]) => {
      const path = key.replace(/^export\./, 'field.').split('.')
      return at(texts, path) !== text
    })
    expect(wrong).toEqual([])
  })

  it('head the columns of exported systems as on their page', () => {
    const headings = [...properties(`cmdb${suffix}`)].filter(([key]) => key.startsWith('export.systems.'))
    // A file says yes or no where the page has a word.
    const wrong = headings.filter(
      ([key, text]) => key !== 'export.systems.active' && at(texts, ['systems', 'fields', key.slice(15)]) !== text,
    )
    expect(headings.length).toBeGreaterThan(0)
    expect(wrong).toEqual([])
  })

  it('exist for every command and setting in letters too', () => {
    const known = properties(`labels${suffix}`)
    expect(Object.keys(texts.command).filter((command) => !known.has(`command.${command}`))).toEqual([])
    expect(keysOf(texts.setting, 'setting').filter((setting) => !known.has(setting))).toEqual([])
  })
})

describe('values of the API', () => {
  it.each(Object.keys(zhCN.enum).filter((name) => !UNTYPED.has(name)))('%s are all named, and no others', (name) => {
    const described = schemas[RENAMED[name] ?? name]?.enum
    const named = Object.keys(at(zhCN, ['enum', name]) as object)
    expect(named.toSorted()).toEqual(described?.toSorted())
  })
})
