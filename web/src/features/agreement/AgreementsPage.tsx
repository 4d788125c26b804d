import { useTranslation } from 'react-i18next'
import { one, useSearchState } from '@/shared/search'
import { PageHeader } from '@/shared/ui/PageHeader'
import { TabLinks } from '@/shared/ui/TabLinks'
import { Agreements } from './Agreements'
import { BackTest } from './BackTest'
import { ChangeRules } from './ChangeRules'
import { Reporting } from './Reporting'
import { Steps } from './Steps'
import { Trial } from './Trial'

const PARTS = {
  agreements: Agreements,
  trial: Trial,
  backtest: BackTest,
  escalation: Steps,
  reporting: Reporting,
  rules: ChangeRules,
}
type PartName = keyof typeof PARTS
const NAMES = Object.keys(PARTS) as PartName[]

/** What is promised to whom, which limit applies to any case, and what happens on its way. */
export default function AgreementsPage() {
  const { t } = useTranslation()
  const [search] = useSearchState()
  const chosen = NAMES.find((name) => name === one(search.tab)) ?? 'agreements'
  const Part = PARTS[chosen]
  return (
    <>
      <PageHeader title={t('agreements.title')} subtitle={t('agreements.hint')} />
      <TabLinks
        label={t('agreements.title')}
        tabs={NAMES.map((name) => ({
          to: '/agreements',
          ...(name !== 'agreements' && { search: { tab: name } }),
          text: t(`agreements.tabs.${name}`),
          current: name === chosen,
        }))}
      />
      <Part />
    </>
  )
}
