import { queryOptions, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Button, Divider } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '@/shared/api'
import { useAccountWords } from '@/shared/i18n/account'
import { lookUp } from '@/shared/i18n/labels'
import { useMe } from '@/shared/session'
import styles from './session.module.css'

const issuersQuery = queryOptions({
  queryKey: ['issuers'],
  queryFn: () => api.get('/api/sso', { anonymous: true }),
  staleTime: 60_000,
  retry: false,
})

/** Where the browser goes to be signed in by an issuer, and on to which page afterwards. */
export const issuerPath = (id: string, next: string, proof = false): string =>
  `/api/sso/${id}?next=${encodeURIComponent(next)}${proof ? '&proof=true' : ''}`

/** Why somebody was sent back without being signed in. */
export function SentBack({ problem, next }: { problem: string | undefined; next: string }) {
  const { t } = useAccountWords()
  const me = useMe()
  if (!problem) return null
  return (
    <Alert
      type="error"
      showIcon
      title={lookUp(`account:sent.${problem}`) ?? t('sent.sso-refused')}
      action={me ? <Link to={next}>{t('sent.back')}</Link> : undefined}
      style={{ marginBottom: 16 }}
    />
  )
}

/** Other ways in than a password, as far as there are any. */
export function Issuers({ next }: { next: string }) {
  const { t } = useTranslation()
  const { t: word } = useAccountWords()
  const issuers = useQuery(issuersQuery).data ?? []
  if (issuers.length === 0) return null
  return (
    <div className={styles.issuers}>
      <Divider plain>{word('or')}</Divider>
      {issuers.map(({ id, name }) => (
        <Button key={id} block size="large" href={issuerPath(id, next)}>
          {t('session.signInWith', { name })}
        </Button>
      ))}
    </div>
  )
}
