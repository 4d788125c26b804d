import { Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLabels } from '@/shared/i18n/labels'
import styles from './editor.module.css'
import { type Layer, WEEKDAYS, type Weekday, windowsOf } from './layer'

type Week = NonNullable<Layer['weekly']>

interface Props {
  /** Null while the week is taken over. */
  week: Layer['weekly']
  /** What it is taken over from, to begin with. */
  under: Week
  /** Whether there is a calendar below from which a week can be taken over. */
  based: boolean
  onChange: (week: Layer['weekly']) => void
  /** Days whose hours cannot be read as they stand. */
  wrong: ReadonlySet<Weekday>
  onWrong: (day: Weekday, wrong: boolean) => void
}

/** One weekday: typed freely, taken when it can be read. */
interface DayProps {
  day: Weekday
  windows: string[]
  wrong: boolean
  /** What was typed, or null where it cannot be read. */
  onChange: (to: string[] | null) => void
}

function DayField({ day, windows, wrong, onChange }: DayProps) {
  const { t } = useTranslation()
  const labels = useLabels()
  const [text, type] = useState(windows.join(', '))
  return (
    <label className={styles.weekday}>
      <span>{labels.value('Weekday', day)}</span>
      <Input
        value={text}
        placeholder={t('calendars.notWorked')}
        status={wrong ? 'error' : ''}
        aria-invalid={wrong}
        onChange={(event) => {
          type(event.target.value)
          onChange(windowsOf(event.target.value))
        }}
      />
      {wrong && <span role="alert">{t('calendars.windowHint')}</span>}
    </label>
  )
}

/** The hours of the week: taken over, or its own. */
export function WeekField({ week, under, based, onChange, wrong, onWrong }: Props) {
  const { t } = useTranslation()
  const own = week ?? under
  return (
    <fieldset className={styles.week}>
      <legend>{t('calendars.weekly')}</legend>
      {based && (
        <Radio.Group
          value={week !== null}
          onChange={(event) => onChange(event.target.value ? under : null)}
          options={[
            { value: false, label: t('calendars.takenOver') },
            { value: true, label: t('calendars.own') },
          ]}
        />
      )}
      {(week !== null || !based) && (
        <>
          {WEEKDAYS.map((day) => (
            <DayField
              key={day}
              day={day}
              windows={own[day] ?? []}
              wrong={wrong.has(day)}
              onChange={(windows) => {
                onWrong(day, windows === null)
                if (windows) onChange({ ...own, [day]: windows })
              }}
            />
          ))}
          <p className={styles.hint}>{t('calendars.windowHint')}</p>
        </>
      )}
    </fieldset>
  )
}
