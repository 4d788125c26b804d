import { Link, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import styles from './identity.module.css'

const TABS = ['people', 'units', 'groups', 'roles', 'whoMay'] as const
const PATHS: Record<string, string> = { whoMay: '/who-may' }
const pathOf = (tab: string): string => PATHS[tab] ?? `/${tab}`

/** People, units, groups and roles belong together; each has its own address. */
export function Tabs() {
  const { t } = useTranslation()
  const here = useLocation({ select: (location) => location.pathname })
  return (
    <nav className={styles.tabs} aria-label={t('people.title')}>
      {TABS.map((tab) => (
        <Link key={tab} to={pathOf(tab)} aria-current={here === pathOf(tab) ? 'page' : undefined}>
          {t(`people.tabs.${tab}`)}
        </Link>
      ))}
    </nav>
  )
}
