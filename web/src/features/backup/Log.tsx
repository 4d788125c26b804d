import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { RecordTable } from '@/features/record/RecordTable'
import type { Column } from '@/features/record/table'
import { figure, sizeWords } from '@/shared/figures'
import { type Labels, useLabels } from '@/shared/i18n/labels'
import { formatInstant } from '@/shared/time'
import { EmptyState } from '@/shared/ui/EmptyState'
import { PersonName } from '@/shared/ui/people'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import type { RunRow } from './api'
import styles from './backup.module.css'
import { reasonWords, tookWords } from './words'

function Result({ run, labels }: { run: RunRow; labels: Labels }) {
  const { t } = useTranslation()
  if (!run.result) return <span>–</span>
  if (run.result === 'FAILED')
    return (
      <span className={styles.bad}>
        {labels.value('RunResult', run.result)}
        {t('common.colon')}
        {reasonWords(run.reason ?? '')}
      </span>
    )
  return (
    <span className={styles.good}>
      {labels.value('RunResult', run.result)}
      {run.lost ? <span className={styles.bad}> {t('backup.lost', { count: run.lost })}</span> : null}
    </span>
  )
}

/** Every run, the latest first. */
export function Log() {
  const { t } = useTranslation()
  const labels = useLabels()
  const columns = useMemo(
    (): Column<RunRow>[] => [
      {
        key: 'askedAt',
        title: t('backup.askedAt'),
        width: 160,
        sticky: true,
        render: (run) => formatInstant(run.askedAt),
      },
      { key: 'kind', title: t('backup.kind'), width: 120, render: (run) => labels.value('RunKind', run.kind) },
      {
        key: 'result',
        title: t('backup.result'),
        width: 260,
        render: (run) => <Result run={run} labels={labels} />,
      },
      {
        key: 'cause',
        title: t('backup.cause'),
        width: 140,
        render: (run) => (run.by ? <PersonName person={run.by} short /> : labels.value('RunCause', run.cause)),
      },
      {
        key: 'duration',
        title: t('backup.duration'),
        width: 100,
        align: 'right',
        render: (run) => tookWords(run.startedAt, run.finishedAt),
      },
      {
        key: 'size',
        title: t('backup.size'),
        width: 100,
        align: 'right',
        render: (run) => (run.bytes ? sizeWords(run.bytes) : '–'),
      },
      {
        key: 'rows',
        title: t('backup.rows'),
        width: 110,
        align: 'right',
        render: (run) => (run.rows ? figure(run.rows) : '–'),
      },
      {
        key: 'files',
        title: t('backup.files'),
        width: 90,
        align: 'right',
        render: (run) => (typeof run.files === 'number' ? figure(run.files) : '–'),
      },
      {
        key: 'file',
        title: t('backup.file'),
        width: 260,
        render: (run) => (run.removedAt ? t('backup.removed') : (run.file?.split('/').at(-1) ?? '–')),
      },
    ],
    [t, labels],
  )
  return (
    <RecordTable
      path="/api/backups"
      label={t('backup.log')}
      columns={columns}
      searchParam={null}
      selectable={false}
      exportable={false}
      rowName={(run) => formatInstant(run.askedAt)}
      card={(run) => ({
        title: `${labels.value('RunKind', run.kind)} ${run.bytes ? sizeWords(run.bytes) : ''}`,
        meta: (
          <>
            <Result run={run} labels={labels} />
            <RelativeTime at={run.askedAt} />
          </>
        ),
      })}
      empty={<EmptyState kind="nothing" title={t('backup.logNone')} />}
    />
  )
}
