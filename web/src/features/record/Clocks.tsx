import { Drawer, Skeleton, Tag, Tooltip } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Panel } from '@/features/record/Panel'
import { api } from '@/shared/api'
import { type Labels, useLabels } from '@/shared/i18n/labels'
import { durationWords, formatInstant, limitWords } from '@/shared/time'
import type { Clock, RecordView } from '@/shared/types'
import { ErrorState } from '@/shared/ui/ErrorState'
import { TimeLeft } from '@/shared/ui/TimeLeft'
import { usePhone } from '@/shared/viewport'
import styles from './record.module.css'

/** "PT2H, LEVEL_II A, standard/3" in words; anything else as it is. */
function targetWords(detail: string | null, labels: Labels): string {
  const parts = /^(\S+), (\S+) (\S+), (.+)\/(\d+)$/.exec(detail ?? '')
  if (!parts) return detail ?? ''
  const [, limit = '', level = '', systemClass = ''] = parts
  return [limitWords(limit), labels.value('LevelShort', level), labels.value('SystemClass', systemClass)]
    .filter((word) => word !== 'null')
    .join(' · ')
}

function Explanation({ clock }: { clock: Clock }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const told = useQuery({
    queryKey: ['clock', clock.id],
    queryFn: () => api.get('/api/clocks/{id}/explanation', { path: { id: clock.id } }),
    staleTime: 0,
  })
  if (told.isError) return <ErrorState problem={told.error} onRetry={() => void told.refetch()} />
  if (told.isPending) return <Skeleton active />
  const counted = told.data.segments
    .filter((segment) => segment.kind === 'COUNTED')
    .reduce((sum, segment) => sum + segment.minutes, 0)
  return (
    <>
      <dl className={styles.facts}>
        <dt>{t('record.limitWord')}</dt>
        <dd>{limitWords(clock.limit)}</dd>
        <dt>{t('record.calendarOf')}</dt>
        <dd>{clock.calendar}</dd>
        <dt>{t('record.startedAt')}</dt>
        <dd>{formatInstant(clock.startedAt)}</dd>
        {clock.dueAt && (
          <>
            <dt>{t('record.dueAt')}</dt>
            <dd>{formatInstant(clock.dueAt)}</dd>
          </>
        )}
      </dl>
      <h3 className={styles.sub}>{t('record.explainEvents')}</h3>
      <ul className={styles.rows}>
        {told.data.events.map((event) => (
          <li key={`${event.at} ${event.kind}`} className={styles.row}>
            <span>
              {labels.value('ClockEvent', event.kind)} {targetWords(event.detail, labels)}
            </span>
            <span className={styles.quiet}>{formatInstant(event.at)}</span>
          </li>
        ))}
      </ul>
      <h3 className={styles.sub}>{t('record.explainSegments')}</h3>
      <ul className={styles.rows}>
        {told.data.segments.map((segment) => (
          <li key={segment.from} className={styles.row}>
            <span>
              {formatInstant(segment.from)} → {formatInstant(segment.to)}
            </span>
            <span>
              {labels.value('Segment', segment.kind)} {durationWords(segment.minutes)}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <b>{t('record.explainTotal', { duration: durationWords(counted) })}</b>
      </p>
    </>
  )
}

/** The time limits of a record; each tells on request how it was counted. */
export function Clocks({ view }: { view: RecordView }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const phone = usePhone()
  const [asked, ask] = useState<Clock | null>(null)
  return (
    <Panel title={t('record.clocks')}>
      {view.clocks.length === 0 && <p className={styles.quiet}>{t('record.noClocks')}</p>}
      <ul className={styles.rows}>
        {view.clocks.map((clock) => (
          <li key={clock.id} className={styles.row}>
            <span>
              {labels.value('ClockName', clock.name)}
              <br />
              <span className={styles.quiet}>{t('record.limitOf', { limit: limitWords(clock.limit) })}</span>
              {clock.proposed && (
                <Tooltip title={t('common.time.proposed')}>
                  <Tag style={{ marginInlineStart: 8 }}>{t('common.time.proposedShort')}</Tag>
                </Tooltip>
              )}
            </span>
            <TimeLeft
              dueAt={clock.dueAt}
              startedAt={clock.startedAt}
              remainingMinutes={clock.remainingMinutes}
              remainingFraction={clock.remainingFraction}
              paused={clock.state === 'PAUSED'}
              outcome={clock.state === 'STOPPED' ? clock.outcome : null}
              calendar={clock.calendar}
              onExplain={() => ask(clock)}
            />
          </li>
        ))}
      </ul>
      <Drawer
        open={asked !== null}
        onClose={() => ask(null)}
        size={phone ? '100%' : 480}
        title={asked ? `${labels.value('ClockName', asked.name)} · ${t('record.explain')}` : ''}
        destroyOnHidden
      >
        {asked && <Explanation clock={asked} />}
      </Drawer>
    </Panel>
  )
}
