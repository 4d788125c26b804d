import { Link, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import styles from './ledger.module.css'

const TABS = [
  ['/ledger', 'lines'],
  ['/ledger/seal', 'seal'],
  ['/anomalies', 'anomalies'],
] as const

/** The lines, how they are sealed, and what stands out among them belong together; each has its own address. */
export function Tabs() {
  const { t } = useTranslation()
  const here = useLocation({ select: (location) => location.pathname })
  return (
    <nav className={styles.tabs} aria-label={t('ledger.title')}>
      {TABS.map(([path, name]) => (
        <Link
          key={path}
          to={path}
          activeOptions={{ exact: true }}
          aria-current={here === path ? 'page' : undefined}
        >
          {t(`ledger.tabs.${name}`)}
        </Link>
      ))}
    </nav>
  )
}
