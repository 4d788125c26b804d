import dayjs, { type Dayjs } from 'dayjs'
import { useTranslation } from 'react-i18next'
import { useLabels } from '@/shared/i18n/labels'
import type { Day } from './api'
import { dayName } from './dayName'
import styles from './calendar.module.css'

const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** Weeks begin on Monday. */
const offsetOf = (first: Dayjs): number => (first.day() + 6) % 7

/** A month as people hang it on the wall; the hours stand in every working day. */
export function Month({ first, days }: { first: Dayjs; days: Day[] }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const today = dayjs().format('YYYY-MM-DD')
  const rest = (7 - ((offsetOf(first) + days.length) % 7)) % 7
  const cells: (Day | null)[] = [
    ...Array.from({ length: offsetOf(first) }, () => null),
    ...days,
    ...Array.from({ length: rest }, () => null),
  ]
  const weeks = Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
  return (
    <table className={styles.month}>
      <thead>
        <tr>
          {WEEK.map((day) => (
            <th key={day} scope="col">
              {t(`calendars.week.${day}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, row) => (
          // oxlint-disable-next-line react/no-array-index-key -- weeks of a month have no other name
          <tr key={row}>
            {week.map((day, column) =>
              day ? (
                <td key={day.date} data-kind={day.kind} data-today={day.date === today}>
                  <span className={styles.date}>{Number(day.date.slice(8))}</span>
                  {day.kind !== 'WORK' && day.kind !== 'OFF' && (
                    <span className={styles.kind}>{dayName(day, labels)}</span>
                  )}
                  {day.kind === 'MAKE_UP' && day.name && (
                    <span className={styles.kind}>{labels.value('DayKind', day.kind)}</span>
                  )}
                  <span className={styles.windows}>
                    {day.windows.length === 0
                      ? labels.value('DayKind', 'OFF')
                      : day.windows.map((window) => (
                          <span key={window.from}>
                            {window.from}–{window.to}
                          </span>
                        ))}
                  </span>
                </td>
              ) : (
                // oxlint-disable-next-line react/no-array-index-key -- an empty cell is its place
                <td key={column} className={styles.outside}>
                  {'\u00a0'}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
