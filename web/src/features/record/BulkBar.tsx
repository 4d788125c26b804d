import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/shared/api'
import { copyText } from '@/shared/copy'
import { problemText } from '@/shared/ui/problemText'
import styles from './toolbar.module.css'

interface Props {
  ids: string[]
  names: string[]
  onClear: () => void
  /** What only this list can do. */
  children?: ReactNode
}

/** What can be done with several records at once. */
export function BulkBar({ ids, names, onClear, children }: Props) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const watch = useMutation({
    mutationFn: async () => {
      for (const id of ids) await api.put('/api/records/{id}/watchers/me', { path: { id } })
    },
    onSuccess: () => {
      void message.success(t('common.list.watched', { count: ids.length }))
      onClear()
    },
    onError: (error) => void message.error(problemText(error)),
  })
  const copy = async () => {
    if (await copyText(names.join('\n'))) void message.success(t('common.copied'))
  }
  return (
    <div className={styles.bulk} role="region" aria-label={t('common.list.selected', { count: ids.length })}>
      <b>{t('common.list.selected', { count: ids.length })}</b>
      {children}
      <Button size="small" onClick={() => watch.mutate()} loading={watch.isPending}>
        {t('common.list.watchAll')}
      </Button>
      <Button size="small" onClick={() => void copy()}>
        {t('common.list.copyNumbers')}
      </Button>
      <Button size="small" type="link" onClick={onClear}>
        {t('common.list.clearSelection')}
      </Button>
    </div>
  )
}
