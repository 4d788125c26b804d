import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { calendarsQuery } from '@/shared/calendars'
import { useLabels } from '@/shared/i18n/labels'
import { type Setting } from './api'
import styles from './setting.module.css'
import { inOrder, termWords, valueWords } from './words'

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const cell = (value: unknown): string =>
  typeof value === 'string' ? termWords(value) : isMap(value) ? JSON.stringify(value) : String(value ?? '')

/** Rows named by one thing, columns by another: the priority matrix. */
function Matrix({ rows }: { rows: Record<string, Record<string, unknown>> }) {
  const columns = inOrder([...new Set(Object.values(rows).flatMap((row) => Object.keys(row)))])
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <td>{'\u00a0'}</td>
          {columns.map((column) => (
            <th key={column} scope="col">
              {termWords(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {inOrder(Object.keys(rows)).map((name) => (
          <tr key={name}>
            <th scope="row">{termWords(name)}</th>
            {columns.map((column) => (
              <td key={column}>{cell(rows[name]?.[column])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Rules({ rules }: { rules: Record<string, unknown>[] }) {
  const labels = useLabels()
  const columns = [...new Set(rules.flatMap((rule) => Object.keys(rule)))]
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {labels.field(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <tr key={JSON.stringify(rule)}>
            {columns.map((column) => (
              <td key={column}>{cell(rule[column])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function TableValue({ value }: { value: unknown }) {
  if (Array.isArray(value))
    return value.every(isMap) ? <Rules rules={value} /> : <span>{value.map(cell).join(', ')}</span>
  if (!isMap(value)) return <span>{cell(value)}</span>
  const entries = Object.entries(value)
  const only = entries.length === 1 ? entries[0] : undefined
  if (only) return <TableValue value={only[1]} />
  if (entries.every(([, row]) => isMap(row))) return <Matrix rows={value as Record<string, Record<string, unknown>>} />
  return (
    <dl className={styles.pairs}>
      {entries.map(([name, one]) => (
        <div key={name}>
          <dt>{termWords(name)}</dt>
          <dd>{Array.isArray(one) ? one.map(cell).join(', ') : cell(one)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A value of the rules: in words, or as the small table that it is. */
export function SettingValue({ setting, value, folded }: { setting: Setting; value: unknown; folded?: boolean }) {
  const { t } = useTranslation()
  const isCalendar = setting.type === 'CALENDAR'
  const calendars = useQuery({ ...calendarsQuery, enabled: isCalendar })
  if (setting.type === 'TABLE' && value != null)
    return folded ? <span>{t('settings.table')}</span> : <TableValue value={value} />
  if (isCalendar && value === '') return <span>{t('settings.noCalendar')}</span>
  const calendar = isCalendar && calendars.data?.find((one) => one.id === value)?.name
  return <span>{calendar || valueWords(setting, value)}</span>
}
