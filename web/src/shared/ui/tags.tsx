import { useLabels } from '@/shared/i18n/labels'
import type { Kind, Phase } from '@/shared/types'
import styles from './tags.module.css'

const ABANDONED = new Set([
  'CANCELLED',
  'MERGED',
  'REJECTED',
  'WITHDRAWN',
  'VOIDED',
  'EXPIRED',
  'TURNED_DOWN',
  'LAPSED',
  'DISMISSED',
  'PASSED_UP',
])
const SIGNS: Record<Phase, string> = { OPEN: '●', WAITING: '‖', DONE: '✓' }

const STATES = {
  INCIDENT: 'IncidentState',
  WORK_ORDER: 'WorkOrderState',
  APPROVAL: 'ApprovalState',
  ACCOUNT_REQUEST: 'AccountRequestState',
  ACCOUNT_REVIEW: 'AccountReviewState',
  LOG_REVIEW: 'LogReviewState',
  APPEAL: 'AppealState',
  LEVEL_REPORT: 'LevelReportState',
} as const satisfies Record<Kind, string>
export const stateEnum = (kind: Kind) => STATES[kind]

/** Where a record is. The sign says the phase, so that the colour need not. */
export function StateTag({ kind, state, phase }: { kind: Kind; state: string; phase: Phase }) {
  const labels = useLabels()
  const look = ABANDONED.has(state) ? 'LEFT' : phase
  return (
    <span className={styles.state} data-look={look}>
      <span aria-hidden>{look === 'LEFT' ? '✕' : SIGNS[phase]}</span>
      {labels.value(stateEnum(kind), state)}
    </span>
  )
}

export function LevelTag({ level, long = false }: { level: string | null; long?: boolean }) {
  const labels = useLabels()
  if (!level) return null
  return (
    <span className={styles.grade} data-grade={level.replace('LEVEL_', '')} title={labels.value('Level', level)}>
      {labels.value(long ? 'Level' : 'LevelShort', level)}
    </span>
  )
}

const RANK: Record<string, string> = { P1: 'I', P2: 'II', P3: 'III', P4: 'IV' }

export function PriorityTag({ priority }: { priority: string | null }) {
  if (!priority) return null
  return (
    <span className={styles.grade} data-grade={RANK[priority]}>
      {priority}
    </span>
  )
}
