import { PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchState } from '@/shared/search'
import { useCan } from '@/shared/session'
import { EmptyState } from '@/shared/ui/EmptyState'
import { Loaded } from '@/shared/ui/Loaded'
import { PageHeader } from '@/shared/ui/PageHeader'
import { statisticsQuery } from './api'
import { Charts } from './Charts'
import { Figures } from './Figures'
import { FilterBar } from './FilterBar'
import { filtersOf, listSearch, periodOf, type IncidentSearch } from './period'
import styles from './report.module.css'

/** How the service did, over any period and any part of it; every number opens what it counts. */
export default function StatisticsPage() {
  const { t } = useTranslation()
  const may = useCan('statistics:read')
  const [search, change, replace] = useSearchState()
  const period = useMemo(() => periodOf(search), [search])
  const query = useMemo(() => ({ ...filtersOf(search), from: period.from, to: period.to }), [search, period])
  const statistics = useQuery({ ...statisticsQuery(query), enabled: may })
  const link = (own: IncidentSearch) => listSearch(search, period, own)
  if (!may)
    return (
      <>
        <PageHeader title={t('statistics.title')} />
        <EmptyState kind="forbidden" />
      </>
    )
  return (
    <div className={styles.page}>
      <PageHeader
        title={t('statistics.title')}
        actions={
          <Button
            icon={<PrinterOutlined aria-hidden />}
            onClick={() => window.print()}
            className={styles.noPrint ?? ''}
          >
            {t('statistics.print')}
          </Button>
        }
      />
      <FilterBar search={search} period={period} onChange={change} onReset={() => replace({})} />
      <Loaded query={statistics} rows={12}>
        {(found) =>
          found.total === 0 ? (
            <EmptyState
              kind="filtered"
              title={t('statistics.none')}
              action={<Button onClick={() => replace({ period: 'all' })}>{t('statistics.showAll')}</Button>}
            />
          ) : (
            <div data-stale={statistics.isPlaceholderData} className={styles.body}>
              <Figures found={found} link={link} />
              <Charts found={found} link={link} />
            </div>
          )
        }
      </Loaded>
    </div>
  )
}
