import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AppealDrawer } from '@/features/record/AppealDrawer'
import { ClockLegs } from '@/features/record/ClockLegs'
import { ClockTarget } from '@/features/record/ClockTarget'
import { SourceWords } from '@/features/record/WhyTarget'
import { api } from '@/shared/api'
import { useCan } from '@/shared/session'
import type { Schemas } from '@/shared/contract'
import { type Labels, shippedName, useLabels } from '@/shared/i18n/labels'
import { exactWords, formatInstant, limitWords } from '@/shared/time'
import type { Clock, RecordView } from '@/shared/types'
import { Loaded } from '@/shared/ui/Loaded'
import styles from './clock.module.css'
import recordStyles from './record.module.css'

type Explanation = Schemas['ClockExplanation']
type Segment = Schemas['ClockSegment']
type Cause = Schemas['CausesCause']

const isCounted = (segment: Segment) => segment.kind === 'COUNTED' || segment.kind === 'MAKE_UP'

/** Whole seconds of each segment that add up to those of all. */
function secondsOf(segments: Segment[]): number[] {
  const ends = segments.map((_, index) =>
    segments.slice(0, index + 1).reduce((sum, segment) => sum + segment.micros, 0),
  )
  return ends.map((end, index) => Math.floor(end / 1e6) - Math.floor((ends[index - 1] ?? 0) / 1e6))
}

function causeWords(cause: Cause | null, labels: Labels): string {
  if (!cause) return ''
  const words = [labels.command(cause.command), cause.by]
  if (cause.waitingFor) words.push(labels.value('WaitReason', cause.waitingFor))
  if (cause.text) words.push(cause.text)
  return words.filter(Boolean).join(' · ')
}

function Strip({ segments }: { segments: Segment[] }) {
  const labels = useLabels()
  return (
    <div className={styles.strip} aria-hidden>
      {segments.map((segment) => (
        <span
          key={segment.from}
          data-kind={segment.kind}
          style={{ flexGrow: segment.micros / 60e6 }}
          title={`${labels.value('Segment', segment.kind)} ${shippedName(segment.name ?? '')} ${formatInstant(segment.from)} → ${formatInstant(segment.to)}`}
        />
      ))}
    </div>
  )
}

function Segments({ segments, onAppeal }: { segments: Segment[]; onAppeal: ((segment: Segment) => void) | undefined }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const seconds = secondsOf(segments)
  const total = (of: (segment: Segment) => boolean) =>
    seconds.reduce((sum, each, index) => (segments[index] && of(segments[index]) ? sum + each : sum), 0)
  return (
    <>
      <Strip segments={segments} />
      <ol className={recordStyles.rows}>
        {segments.map((segment, index) => (
          <li key={segment.from} className={styles.segment} data-counted={isCounted(segment)}>
            <span>
              <span className={styles.dot} data-kind={segment.kind} aria-hidden />
              {labels.value('Segment', segment.kind)} {shippedName(segment.name ?? '')}
              <br />
              <span className={recordStyles.quiet}>
                {formatInstant(segment.from)} → {formatInstant(segment.to)}
              </span>
              {segment.cause && <span className={styles.cause}>{causeWords(segment.cause, labels)}</span>}
            </span>
            <span className={styles.length}>
              {exactWords(seconds[index] ?? 0)}
              {onAppeal && isCounted(segment) && (
                <Button size="small" type="link" onClick={() => onAppeal(segment)}>
                  {t('appeals.appeal')}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ol>
      <p>
        <b>{t('record.explainTotal', { duration: exactWords(total(isCounted)) })}</b>{' '}
        <span className={recordStyles.quiet}>
          {t('record.explainElapsed', { duration: exactWords(total(() => true)) })}
        </span>
      </p>
    </>
  )
}

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
          <Segments segments={explanation.segments} onAppeal={view.canNote || mayNote ? appeal : undefined} />
          {clock.name === 'RESTORE' && <ClockLegs clock={clock} />}
          <h3 className={recordStyles.sub}>{t('record.explainEvents')}</h3>
          <Events events={explanation.events} />
          {appealed && <AppealDrawer clock={clock} segment={appealed} onClose={() => appeal(undefined)} />}
        </>
      )}
    </Loaded>
  )
}
