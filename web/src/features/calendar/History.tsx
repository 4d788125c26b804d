import { useTranslation } from 'react-i18next'
import { formatInstant } from '@/shared/time'
import type { Details } from './api'
import styles from './editor.module.css'

const ALWAYS = '1970-01-01'

/** Every version there has been, the latest first; none is ever changed. */
export function History({ details }: { details: Details }) {
  const { t } = useTranslation()
  return (
    <details className={styles.changes}>
      <summary>{t('calendars.history', { count: details.latest })}</summary>
      <ul>
        {details.versions.map((one) => (
          <li key={one.version}>
            {t('calendars.historyLine', {
              version: one.version,
              from: one.effectiveFrom.startsWith(ALWAYS) ? t('calendars.ever') : formatInstant(one.effectiveFrom),
              source: one.source,
              by: one.madeBy ?? t('calendars.shipped'),
              at: formatInstant(one.madeAt),
            })}
          </li>
        ))}
      </ul>
    </details>
  )
}
