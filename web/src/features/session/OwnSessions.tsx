import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Popconfirm, Tag } from 'antd'
import { api } from '@/shared/api'
import { browserOf } from '@/shared/browser'
import type { Schemas } from '@/shared/contract'
import { useAccountWords } from '@/shared/i18n/account'
import { Loaded } from '@/shared/ui/Loaded'
import { problemText } from '@/shared/ui/problemText'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import { sessionsQuery } from './account'
import styles from './account.module.css'

function Row({ session }: { session: Schemas['OwnAccountControllerOwnSession'] }) {
  const { t } = useAccountWords()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const end = useMutation({
    mutationFn: () => api.delete('/api/me/sessions/{session}', { path: { session: session.id } }),
    onSuccess: () => void message.success(t('ended')),
    onError: (error) => void message.error(problemText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  })
  return (
    <li className={styles.row}>
      <div>
        <b title={session.agent ?? undefined}>{browserOf(session.agent) ?? t('unknownAgent')}</b>{' '}
        {session.current && <Tag>{t('current')}</Tag>}
        <div className={styles.meta}>
          <span>{session.address ?? t('unknownAddress')}</span>
          <span>
            {t('since')} <RelativeTime at={session.madeAt} />
          </span>
          <span>
            {t('lastSeen')} <RelativeTime at={session.lastSeenAt} />
          </span>
        </div>
      </div>
      {!session.current && (
        <Button loading={end.isPending} onClick={() => end.mutate()}>
          {t('end')}
        </Button>
      )}
    </li>
  )
}

export function OwnSessions() {
  const { t } = useAccountWords()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const sessions = useQuery(sessionsQuery)
  const endOthers = () =>
    api
      .delete('/api/me/sessions')
      .then(() => void message.success(t('ended')))
      .catch((error: unknown) => void message.error(problemText(error)))
      .then(() => queries.invalidateQueries({ queryKey: sessionsQuery.queryKey }))
  return (
    <section className={styles.section}>
      <h2>{t('sessions')}</h2>
      <p className={styles.hint}>{t('sessionsHint')}</p>
      <Loaded query={sessions} rows={2}>
        {(all) => (
          <>
            <ul className={styles.list}>
              {all.map((session) => (
                <Row key={session.id} session={session} />
              ))}
            </ul>
            {all.length > 1 && (
              <Popconfirm title={t('endOthersSure')} okText={t('endOthers')} onConfirm={endOthers}>
                <Button danger>{t('endOthers')}</Button>
              </Popconfirm>
            )}
          </>
        )}
      </Loaded>
    </section>
  )
}
