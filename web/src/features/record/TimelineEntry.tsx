import { BellOutlined, LockOutlined, MessageOutlined, RightCircleOutlined } from '@ant-design/icons'
import i18next from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FoldedText } from '@/features/record/FoldedText'
import { useValue } from '@/features/record/values'
import { type Labels, lookUp, useLabels } from '@/shared/i18n/labels'
import { formatInstant } from '@/shared/time'
import type { Entry, Kind } from '@/shared/types'
import { PersonName } from '@/shared/ui/people'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import { stateEnum } from '@/shared/ui/tags'
import styles from './timeline.module.css'

/** Fields that are read rather than looked up: they stand below the sentence in full. */
const PROSE = [
  'text',
  'reason',
  'summary',
  'instructions',
  'action',
  'result',
  'comment',
  'test',
  'nextStep',
  'rootCause',
  'description',
  'opinion',
]

const ICONS: Record<Entry['kind'], ReactNode> = {
  COMMAND: <RightCircleOutlined />,
  COMMENT: <MessageOutlined />,
  NOTE: <LockOutlined />,
  NOTICE: <BellOutlined />,
}

type Text = ReturnType<typeof useValue>

interface Telling {
  sentence: string
  prose: [string, string][]
  rest: [string, string][]
}

const OPENINGS: Record<Kind, string> = {
  INCIDENT: 'Open',
  WORK_ORDER: 'Raise',
  APPROVAL: 'RequestConsent',
  ACCOUNT_REQUEST: 'OpenAccountRequest',
  ACCOUNT_REVIEW: 'OpenAccountReview',
  LOG_REVIEW: 'OpenLogReview',
  APPEAL: 'LodgeAppeal',
  LEVEL_REPORT: 'ReportLevel',
}

/** The opening of a record says everything its page shows anyway; other commands may have a sentence of their own. */
function storyOf(entry: Entry, kind: Kind): string {
  if (entry.command.startsWith('Imported')) return entry.command
  if (entry.from === null && entry.to !== null) return OPENINGS[kind]
  return entry.command === 'NoteAlert' && entry.body.resolved === true ? 'AlertOver' : entry.command
}

const TERSE = new Set([
  'Open',
  'Raise',
  'RequestConsent',
  'OpenAccountRequest',
  'OpenAccountReview',
  'LodgeAppeal',
  'ReportLevel',
  'Attach',
  'NoteAlert',
  'AlertOver',
  'Unlink',
  'Escalate',
  'ClockWarned',
  'ClockBreached',
  'ClockCorrected',
  'ClockEscalated',
  'AccountForBreach',
  'Overdue',
  'Ask',
  'Settle',
])

/** Old and new values that the server found worth telling, less those that the sentence tells. */
function changes(entry: Entry, text: Text, told: (name: string) => boolean): [string, string][] {
  const changed = (entry.body.changed ?? {}) as Record<string, { from: unknown; to: unknown }>
  if (entry.from === null) return []
  return Object.entries(changed)
    .filter(([name]) => name !== 'asked' && !told(name === 'assignmentGroup' ? 'group' : name))
    .map(([name, { from, to }]) => [
      name,
      `${text(name, from, entry.refs) || '—'} → ${text(name, to, entry.refs) || '—'}`,
    ])
}

function tell(entry: Entry, kind: Kind, text: Text, labels: Labels): Telling {
  const { body, refs } = entry
  const command = storyOf(entry, kind)
  const words = Object.fromEntries(
    Object.entries(body)
      .filter(([name, value]) => name !== 'command' && name !== 'changed' && value != null && value !== '')
      .map(([name, value]) => [name, text(name, value, refs, command)]),
  )
  if (Array.isArray(body.lines)) words.count = String(body.lines.length)
  const target = [words.group, words.assignee].filter(Boolean).join(', ')
  const template: unknown = i18next.getResource(i18next.language, 'translation', `record.said.${command}`)
  const told = (name: string) =>
    typeof template === 'string' &&
    (template.includes(`{{${name}}}`) || (template.includes('{{target}}') && (name === 'group' || name === 'assignee')))
  const blank = Object.fromEntries(
    [
      'level',
      'reason',
      'code',
      'score',
      'minutes',
      'type',
      'into',
      'outcome',
      'waitingFor',
      'workOrder',
      'count',
      'verdict',
      'clock',
      'dueAt',
      'appeal',
      'from',
      'percent',
      'breachCause',
      'measure',
      'file',
      'to',
      'person',
      'stage',
      'operation',
    ].map((k) => [k, '']),
  )
  const left = TERSE.has(command) ? [] : Object.entries(words).filter(([name, value]) => value !== '' && !told(name))
  return {
    sentence: lookUp(`record.said.${command}`, { ...blank, ...words, target }) ?? labels.command(command),
    prose: left.filter(([name]) => PROSE.includes(name)),
    rest: [...left.filter(([name]) => !PROSE.includes(name)), ...changes(entry, text, told)],
  }
}

function Command({ entry, kind }: { entry: Entry; kind: Kind }) {
  const labels = useLabels()
  const { sentence, prose, rest } = tell(entry, kind, useValue(), labels)
  const moved = entry.from && entry.to && entry.from !== entry.to
  return (
    <>
      <span> {sentence}</span>
      {moved && (
        <span className={styles.move}>
          {labels.value(stateEnum(kind), entry.from)} → {labels.value(stateEnum(kind), entry.to)}
        </span>
      )}
      {rest.length > 0 && (
        <div className={styles.rest}>
          {rest.map(([name, value]) => (
            <span key={name}>
              {labels.field(name)} <b>{value}</b>
            </span>
          ))}
        </div>
      )}
      {prose.map(([name, value]) => (
        <div key={name} className={styles.quote}>
          {prose.length > 1 && <span className={styles.quoteName}>{labels.field(name)}</span>}
          <FoldedText text={value} lines={6} />
        </div>
      ))}
    </>
  )
}

/** One sentence of the story. What only operations may read looks different from what the requester reads. */
export function TimelineEntry({ entry, kind }: { entry: Entry; kind: Kind }) {
  const { t } = useTranslation()
  const spoken = entry.kind === 'COMMENT' || entry.kind === 'NOTE'
  return (
    <li className={styles.entry} data-kind={entry.kind}>
      <span className={styles.icon} aria-hidden>
        {ICONS[entry.kind]}
      </span>
      <div className={styles.body}>
        <div className={styles.line}>
          <b>{entry.by ? <PersonName person={entry.by} short={!spoken} /> : t('record.system')}</b>
          {entry.kind === 'NOTE' && <span className={styles.internal}>{t('record.internal')}</span>}
          {!spoken && <Command entry={entry} kind={kind} />}
          <span className={styles.time} title={formatInstant(entry.at)}>
            <RelativeTime at={entry.at} />
          </span>
        </div>
        {spoken && <FoldedText text={String(entry.body.text ?? '')} />}
      </div>
    </li>
  )
}
