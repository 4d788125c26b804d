import { useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { TabLinks } from '@/shared/ui/TabLinks'

const TABS = [
  ['/ledger', 'lines'],
  ['/ledger/seal', 'seal'],
  ['/anomalies', 'anomalies'],
] as const

/** The lines, how they are sealed, and what stands out among them. */
export function Tabs() {
  const { t } = useTranslation()
  const here = useLocation({ select: (location) => location.pathname })
  return (
    <TabLinks
      label={t('ledger.title')}
      tabs={TABS.map(([to, name]) => ({ to, text: t(`ledger.tabs.${name}`), current: here === to }))}
    />
  )
}
