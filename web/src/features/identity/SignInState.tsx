import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Popconfirm, Tag } from 'antd'
import { browserOf } from '@/shared/browser'
import { useAccountWords } from '@/shared/i18n/account'
import { useMe } from '@/shared/session'
import { formatInstant } from '@/shared/time'
import { problemText } from '@/shared/ui/problemText'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import { endSession, endSessions, type Person, personAccountQuery, resetSecondFactor, unlock } from './api'
import styles from './identity.module.css'
import { PersonLink } from './PersonLink'

/** Whether and where somebody is signed in, and what helps who cannot. */
export function SignInState({ person }: { person: Person }) {
  const { t } = useAccountWords()
  const me = useMe()
  const { message } = App.useApp()
  const queries = useQueryClient()
  // Whoever manages people elsewhere only is not told; nothing is shown then.
  const account = useQuery({ ...personAccountQuery(person.id), retry: false })
  const act = useMutation({
    mutationFn: ({ work }: { work: () => Promise<unknown>; said: string }) => work(),
    onSuccess: (_answer, { said }) => void message.success(said),
    onError: (error) => void message.error(problemText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: personAccountQuery(person.id).queryKey }),
  })
  if (!account.data || !person.username) return null
  const { elsewhere, lockedUntil, mustChangePassword, secondFactorSince, sessions } = account.data
  return (
    <>
      <h3 className={styles.subtitle}>{t('state')}</h3>
      <ul className={styles.lines}>
        <PersonLink person={person} link={elsewhere} />
        {lockedUntil && (
          <li>
            <Tag>{t('locked', { at: formatInstant(lockedUntil) })}</Tag>
            <Button
              size="small"
              loading={act.isPending}
              onClick={() => act.mutate({ work: () => unlock(person.id), said: t('unlocked') })}
            >
              {t('unlock')}
            </Button>
          </li>
        )}
        {mustChangePassword && <li>{t('mustChangeAtSignIn')}</li>}
        {secondFactorSince && (
          <li>
            <span>
              {t('factor')}
              {' · '}
              {t('factorOn')} {formatInstant(secondFactorSince)}
            </span>
            {person.id !== me?.id && (
              <Popconfirm
                title={t('resetSure')}
                okText={t('reset')}
                okButtonProps={{ danger: true }}
                onConfirm={() => act.mutate({ work: () => resetSecondFactor(person.id), said: t('resetDone') })}
              >
                <Button size="small" danger>
                  {t('reset')}
                </Button>
              </Popconfirm>
            )}
          </li>
        )}
        {sessions.length === 0 && <li className={styles.closed}>{t('noSessions')}</li>}
        {sessions.map((session) => (
          <li key={session.id}>
            <span title={session.agent ?? undefined}>
              {browserOf(session.agent) ?? t('unknownAgent')}
              {' · '}
              {session.address ?? t('unknownAddress')}
              {' · '}
              <RelativeTime at={session.lastSeenAt} />
            </span>
            <Button
              size="small"
              loading={act.isPending}
              onClick={() => act.mutate({ work: () => endSession(person.id, session.id), said: t('ended') })}
            >
              {t('end')}
            </Button>
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <Button
          size="small"
          danger
          loading={act.isPending}
          onClick={() => act.mutate({ work: () => endSessions(person.id), said: t('ended') })}
        >
          {t('endAll')}
        </Button>
      )}
    </>
  )
}
