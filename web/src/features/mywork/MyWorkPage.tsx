import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { WorkList } from './WorkList'
import styles from './mywork.module.css'
import { api } from '@/shared/api'
import { useCan, useMe } from '@/shared/session'
import type { Schemas } from '@/shared/contract'
import { ErrorState } from '@/shared/ui/ErrorState'
import { PageHeader } from '@/shared/ui/PageHeader'
import { useDelayed } from '@/shared/useDelayed'

/** The server counts no further. */
const MOST = 1000
const FIGURES = ['open', 'overdue', 'unassigned'] as const

/** Figures over all kinds of records in my units. */
function Counts({ counts }: { counts: Schemas['MyWorkCounts'] }) {
  const { t } = useTranslation()
  return (
    <dl className={styles.counts} aria-label={t('mywork.counts')}>
      {FIGURES.map((key) => (
        <div key={key} className={styles.count} data-figure={counts[key] > 0 ? key : undefined}>
          <dt>{t(`mywork.${key}`)}</dt>
          <dd>{counts[key] < MOST ? counts[key] : '1,000+'}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Home: what waits for me, what is about to be late, what I follow. */
export default function MyWorkPage() {
  const { t } = useTranslation()
  const me = useMe()
  const reads = useCan(['incident:read', 'work-order:read'])
  const work = useQuery({
    queryKey: ['my-work'],
    queryFn: ({ signal }) => api.get('/api/my-work', { signal }),
    refetchInterval: 60_000,
  })
  const skeleton = useDelayed(work.isPending)
  const subtitle = me ? t('mywork.greeting', { name: me.name, unit: me.unit.name }) : null
  return (
    <>
      <PageHeader
        title={t('mywork.title')}
        subtitle={subtitle}
        actions={reads && work.data && <Counts counts={work.data.counts} />}
      />
      {work.data ? (
        <div className={styles.columns}>
          <WorkList
            title={t('mywork.waiting')}
            rows={work.data.waiting}
            none={t('mywork.waitingNone')}
            hint={t('mywork.waitingHint')}
          />
          <div>
            <WorkList title={t('mywork.breaching')} rows={work.data.breaching} none={t('mywork.breachingNone')} />
            <WorkList
              title={t('mywork.watching')}
              rows={work.data.watching}
              none={t('mywork.watchingNone')}
              hint={t('mywork.watchingHint')}
            />
          </div>
        </div>
      ) : work.isError ? (
        <ErrorState problem={work.error} onRetry={() => void work.refetch()} />
      ) : (
        skeleton && <Skeleton active paragraph={{ rows: 10 }} />
      )}
    </>
  )
}
