import { PlusOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ApiToken, revokeToken, tokensQuery } from './api'
import { TokenForm } from './TokenForm'
import styles from './token.module.css'
import { useLabels } from '@/shared/i18n/labels'
import { areaWords, permissionWords } from '@/shared/permissions'
import { formatInstant } from '@/shared/time'
import { EmptyState } from '@/shared/ui/EmptyState'
import { Loaded } from '@/shared/ui/Loaded'
import { PageHeader } from '@/shared/ui/PageHeader'
import { problemText } from '@/shared/ui/problemText'
import { RelativeTime } from '@/shared/ui/RelativeTime'

function TokenRow({ token }: { token: ApiToken }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const labels = useLabels()
  const revoke = useMutation({
    mutationFn: () => revokeToken(token.id),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['tokens'] }),
    onError: (error) => void message.error(problemText(error)),
  })
  return (
    <li className={styles.token}>
      <div>
        <b>{token.name}</b>
        <div className={styles.meta}>
          <span>
            {t('session.tokenCreated')} <RelativeTime at={token.createdAt} />
          </span>
          <span>
            {t('session.tokenExpires')} {token.expiresAt ? formatInstant(token.expiresAt) : t('session.tokenNever')}
          </span>
          {token.lastUsedAt && (
            <span>
              {t('session.tokenUsed')} <RelativeTime at={token.lastUsedAt} />
            </span>
          )}
          {token.permissions && token.permissions.length > 0 && (
            <span>
              {token.permissions
                .map((one) => `${areaWords(one)} · ${permissionWords(one, labels)}`)
                .join(t('common.comma'))}
            </span>
          )}
        </div>
      </div>
      <Popconfirm
        title={t('session.tokenRevokeAsk')}
        okText={t('session.tokenRevoke')}
        okButtonProps={{ danger: true }}
        onConfirm={() => revoke.mutate()}
      >
        <Button danger loading={revoke.isPending}>
          {t('session.tokenRevoke')}
        </Button>
      </Popconfirm>
    </li>
  )
}

/** A person's own keys for programs. */
export default function TokensPage() {
  const { t } = useTranslation()
  const [creating, setCreating] = useState(false)
  const tokens = useQuery(tokensQuery)
  return (
    <>
      <PageHeader
        title={t('session.tokens')}
        subtitle={t('session.tokensIntro')}
        actions={
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
            {t('session.tokenNew')}
          </Button>
        }
      />
      <div className={styles.panel}>
        <Loaded query={tokens}>
          {(all) =>
            all.length === 0 ? (
              <EmptyState kind="nothing" title={t('session.tokenNone')} />
            ) : (
              <ul className={styles.list}>
                {all.map((token) => (
                  <TokenRow key={token.id} token={token} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </div>
      {creating && <TokenForm onClose={() => setCreating(false)} />}
    </>
  )
}
