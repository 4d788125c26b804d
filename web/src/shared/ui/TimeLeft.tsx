import { ClockCircleOutlined, PauseOutlined, CheckOutlined, ExclamationCircleOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { shippedName } from '@/shared/i18n/labels'
import { durationWords, formatInstant, useNow } from '@/shared/time'
import styles from './TimeLeft.module.css'

interface Props {
  dueAt: string | null
  /** Where the bar begins; without it there is no bar. */
  startedAt?: string | null
  /** Working minutes as the server counted them; otherwise it says when it is due, by the clock on the wall. */
  remainingMinutes?: number | null
  remainingFraction?: number | null
  paused?: boolean
  outcome?: 'MET' | 'MISSED' | null
  calendar?: string | undefined
  /** Opens the explanation. */
  onExplain?: (() => void) | undefined
}

type Mood = 'calm' | 'soon' | 'near' | 'over' | 'paused' | 'met'

const ICONS: Record<Mood, ReactNode> = {
  calm: <ClockCircleOutlined />,
  soon: <ClockCircleOutlined />,
  near: <ExclamationCircleOutlined />,
  over: <ExclamationCircleOutlined />,
  paused: <PauseOutlined />,
  met: <CheckOutlined />,
}

interface Reading {
  mood: Mood
  fraction: number | null
  words: string
}

function useReading(props: Props): Reading | null {
  const { t } = useTranslation()
  const now = useNow()
  if (props.outcome === 'MET') return { mood: 'met', fraction: null, words: t('common.time.met') }
  if (props.outcome === 'MISSED') return { mood: 'over', fraction: null, words: t('common.time.missed') }
  const wall = props.dueAt ? (new Date(props.dueAt).getTime() - now) / 60_000 : null
  const minutes = props.remainingMinutes ?? wall
  const counted = props.remainingMinutes != null
  const words = minutes === null ? '' : durationWords(minutes, !counted)
  if (props.paused)
    return {
      mood: 'paused',
      fraction: null,
      words:
        counted && minutes !== null && minutes >= 0
          ? t('common.time.paused', { duration: words })
          : t('common.time.pausedPlain'),
    }
  if (minutes === null) return null
  const span = props.dueAt && props.startedAt ? Date.parse(props.dueAt) - Date.parse(props.startedAt) : 0
  const fraction = props.remainingFraction ?? (span > 0 && wall !== null ? (wall * 60_000) / span : null)
  // Just over: no working time has passed since.
  if (minutes >= 0 && wall !== null && wall < 0) return { mood: 'over', fraction: 0, words: t('common.time.missed') }
  if (minutes < 0)
    return {
      mood: 'over',
      fraction: 0,
      words: t(counted ? 'common.time.over' : 'common.time.dueAgo', { duration: words }),
    }
  const mood = fraction === null ? 'calm' : fraction < 0.2 ? 'near' : fraction < 0.5 ? 'soon' : 'calm'
  return { mood, fraction, words: t(counted ? 'common.time.left' : 'common.time.dueIn', { duration: words }) }
}

/** The remaining time of anything, everywhere drawn the same: a sign, words, a thin bar. */
export function TimeLeft(props: Props) {
  const { t } = useTranslation()
  const reading = useReading(props)
  if (!reading) return <span className={styles.none}>—</span>
  const title = [
    props.dueAt && t('common.time.due', { at: formatInstant(props.dueAt) }),
    props.calendar && t('common.time.calendar', { calendar: shippedName(props.calendar) }),
  ]
  const body = (
    <>
      <span className={styles.words}>
        <span aria-hidden>{ICONS[reading.mood]}</span> {reading.words}
      </span>
      {reading.fraction !== null && (
        <span className={styles.bar} aria-hidden>
          <span style={{ width: `${Math.round(Math.min(1, Math.max(0, reading.fraction)) * 100)}%` }} />
        </span>
      )}
    </>
  )
  const shared = { className: styles.root, 'data-mood': reading.mood, title: title.filter(Boolean).join('\n') }
  return props.onExplain ? (
    <button type="button" {...shared} onClick={props.onExplain}>
      {body}
    </button>
  ) : (
    <span {...shared}>{body}</span>
  )
}
