import { PlusOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Segmented, Skeleton } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { one, useSearchState } from '@/shared/search'
import { useMe } from '@/shared/session'
import { EmptyState } from '@/shared/ui/EmptyState'
import { ErrorState } from '@/shared/ui/ErrorState'
import { PageHeader } from '@/shared/ui/PageHeader'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import { useDelayed } from '@/shared/useDelayed'
import { useSlice } from '@/shared/useSlice'
import { StepLine } from './StepLine'
import styles from './selfservice.module.css'

const PHASES: Record<string, string[] | undefined> = { open: ['OPEN', 'WAITING'], done: ['DONE'], all: undefined }

/** What I have reported and how far it has come. */
export default function MyReportsPage() {
  const { t } = useTranslation()
  const me = useMe()
  const [search, change] = useSearchState()
  const show = one(search.show) ?? 'open'
  const query = useMemo(() => ({ requester: me?.id, phase: PHASES[show], sort: '-openedAt' }), [me?.id, show])
  const list = useSlice('/api/incidents', query, { size: 20 })
  const skeleton = useDelayed(list.loading)
  const report = (
    <Link to="/report">
      <Button type="primary" icon={<PlusOutlined aria-hidden />}>
        {t('selfservice.report')}
      </Button>
    </Link>
  )
  return (
    <div className={styles.page}>
      <PageHeader title={t('selfservice.title')} actions={report} />
      <Segmented
        className={styles.filter ?? ''}
        value={show}
        onChange={(next) => change({ show: next === 'open' ? undefined : next })}
        options={(['open', 'done', 'all'] as const).map((value) => ({ value, label: t(`selfservice.show.${value}`) }))}
      />
      {list.error ? (
        <ErrorState problem={list.error} onRetry={list.retry} />
      ) : list.loading ? (
        skeleton && <Skeleton active title={false} paragraph={{ rows: 6 }} />
      ) : list.rows.length === 0 ? (
        <EmptyState
          kind={show === 'all' ? 'nothing' : 'filtered'}
          title={show === 'open' ? t('selfservice.noneOpen') : t('selfservice.none')}
          hint={t('selfservice.noneHint')}
          action={report}
        />
      ) : (
        <ul className={styles.list}>
          {list.rows.map((row) => (
            <li key={row.id}>
              <Link to={`/my-reports/${row.id}`} className={styles.report}>
                <span className={styles.reportTitle}>{row.title}</span>
                <span className={styles.reportMeta}>
                  <span>{row.number}</span>
                  <RelativeTime at={row.openedAt} />
                  <span>{row.system?.name}</span>
                </span>
                <StepLine state={row.state} />
              </Link>
            </li>
          ))}
        </ul>
      )}
      {list.hasMore && (
        <Button onClick={list.loadMore} loading={list.loadingMore} block>
          {t('common.list.loadMore')}
        </Button>
      )}
    </div>
  )
}
