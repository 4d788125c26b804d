import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { useLabels } from '@/shared/i18n/labels'
import type { Day } from './api'
import { dayName } from './dayName'
import styles from './year.module.css'

const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

interface Props {
  days: Day[]
  /** Days that the draft says something about. */
  touched?: ReadonlySet<string>
  onPick?: (date: string) => void
}

function Cell({ day, touched, onPick }: { day: Day; touched: boolean; onPick: Props['onPick'] }) {
  const labels = useLabels()
  const hours = day.windows.map((window) => `${window.from}–${window.to}`).join(' ')
  const title = [day.date, dayName(day, labels), hours].filter(Boolean).join(' ')
  const today = day.date === dayjs().format('YYYY-MM-DD')
  const shared = { 'data-kind': day.kind, 'data-touched': touched, 'data-today': today, title }
  const text = Number(day.date.slice(8))
  return onPick ? (
    <button type="button" className={styles.day} aria-label={title} onClick={() => onPick(day.date)} {...shared}>
      {text}
    </button>
  ) : (
    <span className={styles.day} {...shared}>
      {text}
    </span>
  )
}

/** Days of one name that follow one another: "1–7 National Day". */
function runs(days: Day[]): { from: Day; to: Day }[] {
  const found: { from: Day; to: Day }[] = []
  days.forEach((day, index) => {
    if (!day.name) return
    const last = found.at(-1)
    if (last && last.to === days[index - 1] && last.to.name === day.name && last.to.kind === day.kind) last.to = day
    else found.push({ from: day, to: day })
  })
  return found
}

function Names({ days }: { days: Day[] }) {
  const labels = useLabels()
  const number = (day: Day) => Number(day.date.slice(8))
  const words = runs(days).map(({ from, to }) => {
    const makeUp = from.kind === 'MAKE_UP' ? ` ${labels.value('DayKind', 'MAKE_UP')}` : ''
    return `${number(from)}${from === to ? '' : `–${number(to)}`} ${dayName(from, labels)}${makeUp}`
  })
  return words.length > 0 && <p className={styles.names}>{words.join(' · ')}</p>
}

function MiniMonth({ days, touched, onPick }: Required<Pick<Props, 'days'>> & Omit<Props, 'days'>) {
  const { t } = useTranslation()
  const first = dayjs(days[0]?.date)
  const worked = days.filter((day) => day.windows.length > 0).length
  return (
    <section className={styles.month} aria-label={first.format('YYYY-MM')}>
      <h3>
        {first.format('YYYY-MM')} <span>{t('calendars.workdays', { count: worked })}</span>
      </h3>
      <div className={styles.grid}>
        {WEEK.map((day) => (
          <span key={day} className={styles.weekday} aria-hidden>
            {t(`calendars.week.${day}`)}
          </span>
        ))}
        {days.map((day, index) => (
          <span key={day.date} style={index === 0 ? { gridColumnStart: ((first.day() + 6) % 7) + 1 } : undefined}>
            <Cell day={day} touched={touched?.has(day.date) ?? false} onPick={onPick} />
          </span>
        ))}
      </div>
      <Names days={days} />
    </section>
  )
}

/** What the colours of days mean. */
function Legend({ editing }: { editing: boolean }) {
  const { t } = useTranslation()
  const signs = [
    { sign: { 'data-kind': 'OFF' }, word: t('calendars.legend.off') },
    { sign: { 'data-kind': 'HOLIDAY' }, word: t('calendars.legend.holiday') },
    { sign: { 'data-kind': 'MAKE_UP' }, word: t('calendars.legend.makeUp') },
    ...(editing ? [{ sign: { 'data-touched': true }, word: t('calendars.legend.here') }] : []),
  ]
  return (
    <p className={styles.legend}>
      {signs.map(({ sign, word }) => (
        <span key={word}>
          <span className={styles.day} aria-hidden {...sign}>
            1
          </span>
          {word}
        </span>
      ))}
    </p>
  )
}

/** Twelve months on one page, also on paper. */
export function Year({ days, ...rest }: Props) {
  const months = new Map<string, Day[]>()
  for (const day of days) months.set(day.date.slice(0, 7), [...(months.get(day.date.slice(0, 7)) ?? []), day])
  return (
    <>
      <div className={styles.year}>
        {[...months.entries()].map(([month, of]) => (
          <MiniMonth key={month} days={of} {...rest} />
        ))}
      </div>
      <Legend editing={rest.onPick !== undefined} />
    </>
  )
}
