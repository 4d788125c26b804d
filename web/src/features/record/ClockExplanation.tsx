import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AppealDrawer } from '@/features/record/AppealDrawer'
import { ClockLegs } from '@/features/record/ClockLegs'
import { ClockSegments } from '@/features/record/ClockSegments'
import { ClockTarget } from '@/features/record/ClockTarget'
import { causeWords } from '@/features/record/causeWords'
import { SourceWords } from '@/features/record/WhyTarget'
import { api } from '@/shared/api'
import { useCan } from '@/shared/session'
import type { Schemas } from '@/shared/contract'
import { shippedName, useLabels } from '@/shared/i18n/labels'
import { formatInstant, limitWords } from '@/shared/time'
import type { Clock, RecordView } from '@/shared/types'
import { Loaded } from '@/shared/ui/Loaded'
import styles from './clock.module.css'
import recordStyles from './record.module.css'

type Explanation = Schemas['ClockExplanation']
type Segment = Schemas['ClockSegment']

function Events({ events }: { events: Explanation['events'] }) {
  const { t } = useTranslation()
  const labels = useLabels()
  return (
    <ul className={recordStyles.rows}>
      {events.map((event, index) => (
        // Two steps of one instant differ by nothing but their place.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={`${index} ${event.at} ${event.kind}`} className={styles.segment}>
          <span>
            {labels.value('ClockEvent', event.kind)} {event.percent != null && `${event.percent}% `}
            {event.part && `${formatInstant(event.part.from)} – ${formatInstant(event.part.to)} `}
            {event.goal &&
              [
                limitWords(event.goal.limit),
                labels.value('LevelShort', event.goal.level),
                labels.value('SystemClass', event.goal.systemClass),
                t('record.calendarVersion', {
                  calendar: shippedName(event.goal.calendar),
                  version: event.goal.calendarVersion,
                }),
              ].join(' · ')}
            {event.goal?.source && (
              <span className={styles.cause}>
                <SourceWords source={event.goal.source} />
              </span>
            )}
            {event.cause && <span className={styles.cause}>{causeWords(event.cause, labels)}</span>}
            {event.until && (
              <span className={styles.cause}>{t('record.pausedUntil', { at: formatInstant(event.until) })}</span>
            )}
          </span>
          <span className={styles.length}>{formatInstant(event.at)}</span>
        </li>
      ))}
    </ul>
  )
}

/** Why a clock stands where it stands: every second since it began, and everything that moved it. */
export function ClockExplanation({ view, clock }: { view: RecordView; clock: Clock }) {
  const { t } = useTranslation()
  const [appealed, appeal] = useState<Segment>()
  const mayNote = useCan('incident:note')
  const told = useQuery({
    queryKey: ['clock', clock.id],
    queryFn: () => api.get('/api/clocks/{id}/explanation', { path: { id: clock.id } }),
    staleTime: 0,
  })
  return (
    <Loaded query={told}>
      {(explanation) => (
        <>
          <dl className={recordStyles.facts}>
            <dt>{t('record.limitWord')}</dt>
            <dd>{limitWords(clock.limit)}</dd>
            <dt>{t('record.calendarOf')}</dt>
            <dd>{shippedName(clock.calendar)}</dd>
            <dt>{t('record.startedAt')}</dt>
            <dd>{formatInstant(clock.startedAt)}</dd>
            {clock.dueAt && (
              <>
                <dt>{t('record.dueAt')}</dt>
                <dd>{formatInstant(clock.dueAt)}</dd>
              </>
            )}
          </dl>
          {explanation.unannounced.length > 0 && (
            <Alert
              type="warning"
              showIcon
              title={t('calendars.unannounced', { year: explanation.unannounced.join(t('common.comma')) })}
            />
          )}
          <ClockTarget view={view} clock={clock} />
          <h3 className={recordStyles.sub}>{t('record.explainSegments')}</h3>
          <ClockSegments segments={explanation.segments} onAppeal={view.canNote || mayNote ? appeal : undefined} />
          {clock.name === 'RESTORE' && <ClockLegs clock={clock} />}
          <h3 className={recordStyles.sub}>{t('record.explainEvents')}</h3>
          <Events events={explanation.events} />
          {appealed && <AppealDrawer clock={clock} segment={appealed} onClose={() => appeal(undefined)} />}
        </>
      )}
    </Loaded>
  )
}
