import { Link } from '@tanstack/react-router'
import { Alert } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useCalendarName } from '@/shared/calendars'
import { useLabels } from '@/shared/i18n/labels'
import { recordPath } from '@/shared/paths'
import { formatInstant } from '@/shared/time'
import type { Changes, Day } from './api'
import { dayName } from './dayName'
import styles from './editor.module.css'

function DayWords({ day }: { day: Day }) {
  const labels = useLabels()
  const hours = day.windows.map((window) => `${window.from}–${window.to}`).join(' ')
  return (
    <>
      {dayName(day, labels)} {hours}
    </>
  )
}

/** What publishing would change: days, calendars, and every clock that runs. */
export function ChangeList({ changes }: { changes: Changes }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const nameOf = useCalendarName()
  const { effect } = changes
  const moved = effect.earlier + effect.later
  const told = useRef<HTMLElement>(null)
  // Below twelve months nobody would see that something was said.
  useEffect(() => {
    told.current?.scrollIntoView({ block: 'start' })
    told.current?.focus({ preventScroll: true })
  }, [])
  return (
    <section ref={told} tabIndex={-1} className={styles.changes} aria-label={t('calendars.changes')}>
      <h3>{t('calendars.changes')}</h3>
      <Alert
        type={effect.overdue > 0 || effect.takenBack > 0 ? 'warning' : 'info'}
        showIcon
        title={t('calendars.effect', { running: effect.running, moved })}
        description={
          moved > 0 &&
          t('calendars.effectMoved', { earlier: effect.earlier, later: effect.later, overdue: effect.overdue })
        }
      />
      {effect.takenBack > 0 && <p>{t('calendars.takenBack', { count: effect.takenBack })}</p>}
      {changes.followers.length > 0 && (
        <p>{t('calendars.followers', { names: changes.followers.map(nameOf).join(t('common.comma')) })}</p>
      )}
      {moved > effect.examples.length && <p className={styles.hint}>{t('calendars.examplesHidden')}</p>}
      {effect.examples.length > 0 && (
        <>
          <h4>{t('calendars.examples')}</h4>
          <ul>
            {effect.examples.map((one) => (
              <li key={`${one.record} ${one.clock}`}>
                <Link to={recordPath(one.kind, one.record)}>
                  {one.number} {one.title}
                </Link>{' '}
                {labels.value('ClockName', one.clock)} {formatInstant(one.due)} → <b>{formatInstant(one.dueThen)}</b>
              </li>
            ))}
          </ul>
        </>
      )}
      <h4>{t('calendars.changedDays', { count: changes.changedDays })}</h4>
      <ul>
        {changes.days.map(({ date, before, after }) => (
          <li key={date}>
            {date} <DayWords day={before} /> →{' '}
            <b>
              <DayWords day={after} />
            </b>
          </li>
        ))}
      </ul>
      {changes.changedDays > changes.days.length && <p className={styles.hint}>{t('calendars.moreDays')}</p>}
    </section>
  )
}
