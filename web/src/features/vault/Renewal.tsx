import { useTranslation } from 'react-i18next'
import { formatDay, useNow } from '@/shared/time'
import type { Secret } from './api'
import styles from './vault.module.css'

/** When a password is to be renewed, and what makes it urgent. */
export function Renewal({ secret }: { secret: Secret }) {
  const { t } = useTranslation()
  const overdue = Date.parse(secret.renewBy) < useNow()
  if (secret.retiredAt) return <span className={styles.quiet}>{t('vault.retired')}</span>
  return (
    <span className={styles.renewal}>
      <span>{formatDay(secret.renewBy)}</span>
      {overdue && <span className={styles.late}>{t('vault.overdue')}</span>}
      {secret.exposedAt && <span className={styles.late}>{t('vault.exposed')}</span>}
    </span>
  )
}
