import { useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { TabLinks } from '@/shared/ui/TabLinks'

const TABS = ['people', 'units', 'groups', 'roles', 'whoMay'] as const
const PATHS: Record<string, string> = { whoMay: '/who-may' }
const pathOf = (tab: string): string => PATHS[tab] ?? `/${tab}`

/** People, units, groups and roles. */
export function Tabs() {
  const { t } = useTranslation()
  const here = useLocation({ select: (location) => location.pathname })
  return (
    <TabLinks
      label={t('people.title')}
      tabs={TABS.map((tab) => ({ to: pathOf(tab), text: t(`people.tabs.${tab}`), current: here === pathOf(tab) }))}
    />
  )
}
