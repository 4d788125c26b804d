import { Button, Skeleton } from 'antd'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useBeyond } from '@/features/record/useBeyond'
import { Sentinel } from '@/features/record/Sentinel'
import { figure } from '@/shared/figures'
import { EmptyState } from '@/shared/ui/EmptyState'
import { ErrorState } from '@/shared/ui/ErrorState'
import { useDelayed } from '@/shared/useDelayed'
import type { SliceResult } from '@/shared/useSlice'
import styles from './table.module.css'

interface Props {
  list: SliceResult<unknown>
  /** Takes the filters away; absent where none is set. */
  onClear: (() => void) | undefined
  /** What stands here before the first row exists. */
  empty: ReactNode
  children: ReactNode
}

function Foot({ list }: Pick<Props, 'list'>) {
  const { t } = useTranslation()
  const total = `${figure(list.count ?? list.rows.length)}${list.capped ? '+' : ''}`
  return (
    <div className={styles.foot}>
      <span aria-live="polite">{t('common.list.count', { shown: figure(list.rows.length), total })}</span>
      {list.hasMore ? (
        <Button type="link" size="small" loading={list.loadingMore} onClick={list.loadMore}>
          {t('common.list.loadMore')}
        </Button>
      ) : (
        <span>{t('common.list.end')}</span>
      )}
    </div>
  )
}

/** The rows, and a shade at the right edge while there are columns beyond it. */
function Rows({ list, children }: Pick<Props, 'list' | 'children'>) {
  const ref = useRef<HTMLDivElement>(null)
  const beyond = useBeyond(ref)
  return (
    <>
      <div className={styles.scroll} data-stale={list.stale} ref={ref}>
        {children}
        {list.hasMore && <Sentinel key={list.rows.length} onSeen={list.loadMore} />}
      </div>
      {beyond && <div className={styles.beyond} aria-hidden />}
    </>
  )
}

function Content({ list, onClear, empty, children }: Props) {
  const { t } = useTranslation()
  const skeleton = useDelayed(list.loading)
  if (list.error) return <ErrorState problem={list.error} onRetry={list.retry} />
  if (list.loading)
    return (
      <div className={styles.skeleton}>{skeleton && <Skeleton active paragraph={{ rows: 8 }} title={false} />}</div>
    )
  if (list.rows.length === 0)
    return onClear ? (
      <EmptyState kind="filtered" action={<Button onClick={onClear}>{t('common.empty.clearFilters')}</Button>} />
    ) : (
      (empty ?? <EmptyState kind="nothing" />)
    )
  return (
    <>
      <Rows list={list}>{children}</Rows>
      <Foot list={list} />
    </>
  )
}

/** What a list shows in each of its states; its rows when there are any. */
export function ListFrame(props: Props) {
  return (
    <div className={styles.frame} aria-busy={props.list.stale || props.list.loading}>
      <Content {...props} />
    </div>
  )
}
