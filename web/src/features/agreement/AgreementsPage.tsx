import { Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { one, useSearchState } from '@/shared/search'
import { PageHeader } from '@/shared/ui/PageHeader'
import { Agreements } from './Agreements'
import { BackTest } from './BackTest'
import { ChangeRules } from './ChangeRules'
import { Steps } from './Steps'
import { Trial } from './Trial'

/** What is promised to whom, what changes do to running limits, and which limit applies to any case. */
export default function AgreementsPage() {
  const { t } = useTranslation()
  const [search, change] = useSearchState()
  return (
    <>
      <PageHeader title={t('agreements.title')} subtitle={t('agreements.hint')} />
      <Tabs
        activeKey={one(search.tab) ?? 'agreements'}
        onChange={(tab) => change({ tab: tab === 'agreements' ? undefined : tab })}
        items={[
          { key: 'agreements', label: t('agreements.tabs.agreements'), children: <Agreements /> },
          { key: 'trial', label: t('agreements.tabs.trial'), children: <Trial /> },
          { key: 'backtest', label: t('agreements.tabs.backtest'), children: <BackTest /> },
          { key: 'escalation', label: t('agreements.tabs.escalation'), children: <Steps /> },
          { key: 'rules', label: t('agreements.tabs.rules'), children: <ChangeRules /> },
        ]}
      />
    </>
  )
}
