import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { fieldColumn } from '@/features/record/recordColumns'
import type { Card, Column } from '@/features/record/table'
import type { Labels } from '@/shared/i18n/labels'
import { formatInstant, limitWords } from '@/shared/time'
import { PersonName } from '@/shared/ui/people'
import { LevelTag } from '@/shared/ui/tags'
import type { Breach } from './api'
import styles from './compliance.module.css'

const at = (instant: string | null) => (instant ? formatInstant(instant) : '—')

export function breachColumns(t: TFunction, labels: Labels, act: (row: Breach) => ReactNode): Column<Breach>[] {
  const field = fieldColumn<Breach>(labels)
  return [
    field('number', 124, (row) => row.record.number, { sticky: true }),
    field('title', 260, (row) => <span title={row.record.title}>{row.record.title}</span>, { sticky: true }),
    field('clock', 112, (row) => labels.value('ClockName', row.clock)),
    field('limit', 110, (row) => limitWords(row.limit)),
    field('level', 100, (row) => <LevelTag level={row.level} />),
    field('breachedAt', 150, (row) => at(row.breachedAt)),
    { key: 'act', title: t('breaches.act'), width: 180, render: (row) => row.breachedAt && act(row) },
    field('stoppedAt', 150, (row) => (row.stoppedAt ? at(row.stoppedAt) : t('breaches.running'))),
    field('breachCause', 140, (row) => labels.value('BreachCause', row.breachCause)),
    field('measure', 240, (row) => <span title={row.measure ?? ''}>{row.measure}</span>),
    field('unit', 130, (row) => row.unit.name),
    field('assignmentGroup', 140, (row) => row.assignmentGroup?.name),
    field('system', 150, (row) => row.system?.name),
    field('reason', 240, (row) => <span title={row.reason ?? ''}>{row.reason}</span>, { hidden: true }),
    field('accountedBy', 110, (row) => <PersonName person={row.accountedBy} short />, { hidden: true }),
    field('accountedAt', 150, (row) => at(row.accountedAt), { hidden: true }),
  ]
}

export const breachCard =
  (t: TFunction, labels: Labels, act: (row: Breach) => ReactNode) =>
  (row: Breach): Card => ({
    title: row.record.title,
    meta: (
      <>
        <span>{row.record.number}</span>
        <span>{labels.value('ClockName', row.clock)}</span>
        <LevelTag level={row.level} />
        <span>{limitWords(row.limit)}</span>
        <span>
          {labels.field(row.breachedAt ? 'breachedAt' : 'stoppedAt')} {at(row.breachedAt ?? row.stoppedAt)}
        </span>
        <span className={styles.measure}>{row.measure ?? (row.breachedAt ? t('breaches.unaccounted') : '')}</span>
      </>
    ),
    action: row.breachedAt && act(row),
  })
