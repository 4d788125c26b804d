import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '@/shared/contract'
import { shippedName, useLabels } from '@/shared/i18n/labels'
import { exactWords, formatInstant } from '@/shared/time'
import { causeWords } from '@/features/record/causeWords'
import styles from './clock.module.css'
import recordStyles from './record.module.css'

type Segment = Schemas['ClockSegment']

const isCounted = (segment: Segment) => segment.kind === 'COUNTED' || segment.kind === 'MAKE_UP'

/** Whole seconds of each segment that add up to those of all. */
function secondsOf(segments: Segment[]): number[] {
  let end = 0
  return segments.map((segment) => {
    const before = Math.floor(end / 1e6)
    end += segment.micros
    return Math.floor(end / 1e6) - before
  })
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

interface RowProps {
  segment: Segment
  seconds: number
  onAppeal: ((segment: Segment) => void) | undefined
}

function Row({ segment, seconds, onAppeal }: RowProps) {
  const { t } = useTranslation()
  const labels = useLabels()
  return (
    <li className={styles.segment} data-counted={isCounted(segment)}>
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
        {exactWords(seconds)}
        {onAppeal && isCounted(segment) && (
          <Button size="small" type="link" onClick={() => onAppeal(segment)}>
            {t('appeals.appeal')}
          </Button>
        )}
      </span>
    </li>
  )
}

/** Of a long life the beginning and the end are shown first. */
const FIRST = 10
const LAST = 30

interface Props {
  segments: Segment[]
  onAppeal: ((segment: Segment) => void) | undefined
}

/** Every stretch of a clock's life, with its length; what counts adds up to what was counted. */
export function ClockSegments({ segments, onAppeal }: Props) {
  const { t } = useTranslation()
  const [whole, setWhole] = useState(segments.length <= FIRST + LAST)
  const seconds = secondsOf(segments)
  const total = (of: (segment: Segment) => boolean) =>
    seconds.reduce((sum, each, index) => (segments[index] && of(segments[index]) ? sum + each : sum), 0)
  const rows = segments.map((segment, index) => (
    <Row key={segment.from} segment={segment} seconds={seconds[index] ?? 0} onAppeal={onAppeal} />
  ))
  return (
    <>
      <Strip segments={segments} />
      <ol className={recordStyles.rows}>
        {whole ? rows : rows.slice(0, FIRST)}
        {!whole && (
          <li className={styles.segment}>
            <Button type="link" onClick={() => setWhole(true)}>
              {t('record.explainMore', { count: rows.length - FIRST - LAST })}
            </Button>
          </li>
        )}
        {!whole && rows.slice(-LAST)}
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
