import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Panel } from '@/features/record/Panel'
import { useRefresh } from '@/features/record/record'
import { api } from '@/shared/api'
import type { RecordView } from '@/shared/types'
import { PersonName } from '@/shared/ui/people'
import { problemText } from '@/shared/ui/problemText'
import styles from './record.module.css'

/** Who is told of changes. */
export function Watchers({ view }: { view: RecordView }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const refresh = useRefresh(view.id)
  const given = { path: { id: view.id } }
  const toggle = useMutation({
    mutationFn: () =>
      view.watching
        ? api.delete('/api/records/{id}/watchers/me', given)
        : api.put('/api/records/{id}/watchers/me', given),
    onSuccess: refresh,
    onError: (error) => void message.error(problemText(error)),
  })
  return (
    <Panel
      title={t('record.watchers')}
      extra={
        <Button size="small" aria-pressed={view.watching} loading={toggle.isPending} onClick={() => toggle.mutate()}>
          {view.watching ? t('record.unwatch') : t('record.watch')}
        </Button>
      }
    >
      {view.watchers.length === 0 ? (
        <p className={styles.quiet}>{t('record.noWatchers')}</p>
      ) : (
        <ul className={styles.rows}>
          {view.watchers.map((person) => (
            <li key={person.id} className={styles.row}>
              <PersonName person={person} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
