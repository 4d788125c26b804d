import { BellOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Badge, Button, Popover } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/shared/api'
import { noticeText } from '@/shared/notice'
import { recordPath } from '@/shared/paths'
import type { Notice } from '@/shared/types'
import { EmptyState } from '@/shared/ui/EmptyState'
import { ErrorState } from '@/shared/ui/ErrorState'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import { useSlice } from '@/shared/useSlice'
import styles from './shell.module.css'

function useMarkRead() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (ids: string[] | null) => api.post('/api/notices/read', { body: { ids } }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['notices', 'unread'] })
      void queries.invalidateQueries({ queryKey: ['list', '/api/notices'] })
    },
  })
}

function Notices({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const list = useSlice('/api/notices', {}, { size: 20 })
  const read = useMarkRead()
  const open = (notice: Notice) => {
    if (!notice.readAt) read.mutate([notice.id])
    void navigate({ to: recordPath(notice.record.kind, notice.record.id) })
    onDone()
  }
  if (list.error) return <ErrorState problem={list.error} onRetry={list.retry} />
  if (list.loading) return <div className={styles.notices}>{t('common.loading')}</div>
  return (
    <>
      <div className={styles.noticesHead}>
        <b>{t('shell.notices')}</b>
        <Button
          size="small"
          type="link"
          onClick={() => read.mutate(null)}
          disabled={list.rows.every((one) => one.readAt)}
        >
          {t('shell.markAllRead')}
        </Button>
      </div>
      {list.rows.length === 0 && (
        <EmptyState kind="nothing" title={t('shell.noticesNone')} hint={t('shell.noticesNoneHint')} />
      )}
      <ul className={styles.notices}>
        {list.rows.map((notice) => (
          <li key={notice.id}>
            <button type="button" className={styles.notice} data-unread={!notice.readAt} onClick={() => open(notice)}>
              <span className={styles.noticeText}>{noticeText(notice)}</span>
              <small>
                <span>{notice.record.number}</span>
                <RelativeTime at={notice.at} />
              </small>
            </button>
          </li>
        ))}
      </ul>
      {list.hasMore && (
        <Button type="link" onClick={list.loadMore} loading={list.loadingMore}>
          {t('common.list.loadMore')}
        </Button>
      )}
    </>
  )
}

export function Bell() {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const unread = useQuery({
    queryKey: ['notices', 'unread'],
    queryFn: () => api.get('/api/notices/unread'),
    staleTime: 60_000,
  })
  const count = unread.data?.count ?? 0
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      arrow={false}
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      content={<Notices onDone={() => setOpen(false)} />}
    >
      <Button
        type="text"
        aria-label={count ? t('shell.noticesUnread', { count }) : t('shell.notices')}
        icon={
          <Badge count={count} size="small" overflowCount={99} offset={[6, -2]}>
            <BellOutlined aria-hidden />
          </Badge>
        }
      />
    </Popover>
  )
}
