import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '@/shared/api'
import { exactWords, formatInstant } from '@/shared/time'
import type { Clock } from '@/shared/types'
import { Loaded } from '@/shared/ui/Loaded'
import styles from './clock.module.css'
import recordStyles from './record.module.css'

const words = (micros: number): string => exactWords(Math.floor(micros / 1e6))

/** Who had the record how long, and what each line has used of its share. */
export function ClockLegs({ clock }: { clock: Clock }) {
  const { t } = useTranslation()
  const legs = useQuery({
    queryKey: ['clock', clock.id, 'legs'],
    queryFn: ({ signal }) => api.get('/api/clocks/{id}/legs', { path: { id: clock.id }, signal }),
    staleTime: 0,
  })
  return (
    <Loaded query={legs} rows={2}>
      {(found) => (
        <>
          <h3 className={recordStyles.sub}>{t('record.legs', { count: found.passes })}</h3>
          <ul className={recordStyles.rows}>
            {found.lines.map((line) => (
              <li key={line.line} className={styles.segment}>
                <span>{t('record.line', { line: line.line })}</span>
                <span
                  className={styles.length}
                  data-over={line.budgetMicros !== null && line.micros > line.budgetMicros}
                >
                  {line.budgetMicros !== null && line.micros > line.budgetMicros && `${t('record.overShare')} `}
                  {words(line.micros)}
                  {line.budgetMicros !== null && ` / ${words(line.budgetMicros)}`}
                </span>
              </li>
            ))}
          </ul>
          <ol className={recordStyles.rows}>
            {found.legs.map((leg) => (
              <li key={leg.from} className={styles.segment}>
                <span>
                  {leg.group ?? t('record.desk')} <span className={recordStyles.quiet}>{leg.unit}</span>
                  <br />
                  <span className={recordStyles.quiet}>
                    {formatInstant(leg.from)} → {formatInstant(leg.to)}
                  </span>
                </span>
                <span className={styles.length}>{words(leg.micros)}</span>
              </li>
            ))}
          </ol>
        </>
      )}
    </Loaded>
  )
}
