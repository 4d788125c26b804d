import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Radio, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Composer } from '@/features/record/Composer'
import { Panel } from '@/features/record/Panel'
import { SendLog } from '@/features/record/SendLog'
import { TimelineEntry } from '@/features/record/TimelineEntry'
import { api } from '@/shared/api'
import type { Entry, RecordView } from '@/shared/types'
import { ErrorState } from '@/shared/ui/ErrorState'
import styles from './timeline.module.css'

const FILTERS = ['all', 'talk', 'commands', 'notices'] as const
type Filter = (typeof FILTERS)[number]

const passes: Record<Filter, (entry: Entry) => boolean> = {
  all: () => true,
  talk: (entry) => entry.kind === 'COMMENT' || entry.kind === 'NOTE',
  commands: (entry) => entry.kind === 'COMMAND',
  notices: (entry) => entry.kind === 'NOTICE',
}

/** What happened to the record, as a story from its beginning; the next word is written at its end. */
export function Timeline({ view }: { view: RecordView }) {
  const { t } = useTranslation()
  const [filter, setFilter] = useState<Filter>('all')
  const pages = useInfiniteQuery({
    queryKey: ['timeline', view.id],
    queryFn: ({ pageParam, signal }) =>
      api.get('/api/records/{id}/timeline', { path: { id: view.id }, query: { after: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const entries = (pages.data?.pages ?? []).flatMap((page) => page.rows)
  const shown = entries.filter(passes[filter])
  const choice = (
    <Radio.Group
      size="small"
      optionType="button"
      value={filter}
      onChange={(event) => setFilter(event.target.value as Filter)}
      options={FILTERS.map((value) => ({ value, label: t(`record.filter.${value}`) }))}
    />
  )
  return (
    <Panel title={t('record.story')} extra={choice}>
      {pages.isError && !pages.data ? (
        <ErrorState problem={pages.error} onRetry={() => void pages.refetch()} />
      ) : pages.isPending ? (
        <Skeleton active title={false} />
      ) : (
        <ol className={styles.entries}>
          {shown.map((entry) => (
            <TimelineEntry key={entry.id} entry={entry} kind={view.kind} />
          ))}
          {shown.length === 0 && <li className={styles.none}>{t('record.timelineEmpty')}</li>}
        </ol>
      )}
      {pages.hasNextPage && (
        <Button block onClick={() => void pages.fetchNextPage()} loading={pages.isFetchingNextPage}>
          {t('common.list.loadMore')}
        </Button>
      )}
      {filter === 'notices' && view.canNote ? <SendLog record={view.id} /> : <Composer view={view} />}
    </Panel>
  )
}
