import { useTranslation } from 'react-i18next'
import { figure } from '@/shared/figures'
import { ListLink } from '@/shared/ui/ListLink'
import { ScrollBox } from '@/shared/ui/ScrollBox'
import styles from './compliance.module.css'

/** Kept apart from the whole of the list's search: plain texts. */
export type BreachSearch = Partial<
  Record<
    'clock' | 'unit' | 'group' | 'system' | 'level' | 'priority' | 'lacking' | 'met' | 'knownFrom' | 'knownTo',
    string | undefined
  >
>

export interface CutRow {
  key: string | null
  label: string
  met: number
  missed: number
  /** The list that the numbers open. */
  search: BreachSearch
}

export const percent = (met: number, missed: number): string =>
  met + missed === 0 ? '—' : `${((100 * met) / (met + missed)).toFixed(1)}%`

function Count({ value, search }: { value: number; search: CutRow['search'] }) {
  return value > 0 ? (
    <ListLink to="/breaches" search={search as object}>
      {figure(value)}
    </ListLink>
  ) : (
    <>{figure(value)}</>
  )
}

type Sums = Pick<CutRow, 'met' | 'missed'>

/** What the server did not name. */
const rest = (of: Sums, rows: Sums[]): Sums => ({
  met: rows.reduce((left, row) => left - row.met, of.met),
  missed: rows.reduce((left, row) => left - row.missed, of.missed),
})

function Rate({ met, missed }: Sums) {
  return (
    <td>
      <span className={styles.bar} aria-hidden>
        <span style={{ width: percent(met, missed) }} />
      </span>
      {percent(met, missed)}
    </td>
  )
}

interface Props {
  title: string
  /** What the rows are. */
  by: string
  rows: CutRow[]
  /** All together, where the rows may be only the first of many. */
  of?: Sums
}

/** Kept and missed by one thing, the most missed first. */
export function CutTable({ title, by, rows, of }: Props) {
  const { t } = useTranslation()
  if (rows.length === 0) return null
  const others = of && rest(of, rows)
  return (
    <section className={styles.card} aria-label={title}>
      <h2>{title}</h2>
      <ScrollBox className={styles.scroll}>
        <table>
          <thead>
            <tr>
              <th scope="col">{by}</th>
              <th scope="col">{t('breaches.metCount')}</th>
              <th scope="col">{t('breaches.missedCount')}</th>
              <th scope="col">{t('breaches.rate')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key ?? ''}>
                <th scope="row">{row.label}</th>
                <td>
                  <Count value={row.met} search={{ ...row.search, met: 'true' }} />
                </td>
                <td>
                  <Count value={row.missed} search={row.search} />
                </td>
                <Rate {...row} />
              </tr>
            ))}
            {others && others.met + others.missed > 0 && (
              <tr>
                <th scope="row">{t('breaches.others')}</th>
                <td>{figure(others.met)}</td>
                <td>{figure(others.missed)}</td>
                <Rate {...others} />
              </tr>
            )}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  )
}
