import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, App, Button, Modal, Popconfirm } from 'antd'
import { useState } from 'react'
import { api } from '@/shared/api'
import type { Schemas } from '@/shared/contract'
import { useAccountWords } from '@/shared/i18n/account'
import { useCan } from '@/shared/session'
import { formatInstant } from '@/shared/time'
import { Loaded } from '@/shared/ui/Loaded'
import { PageHeader } from '@/shared/ui/PageHeader'
import { problemText } from '@/shared/ui/problemText'
import { accountQuery } from './account'
import styles from './account.module.css'
import { FactorSetUp } from './FactorSetUp'
import { OwnSessions } from './OwnSessions'
import PasswordForm from './PasswordForm'
import { RecoveryCodes } from './RecoveryCodes'

type Account = Schemas['OwnAccountAccount']

function ParallelUses({ account }: { account: Account }) {
  const { t } = useAccountWords()
  const queries = useQueryClient()
  const known = useMutation({
    mutationFn: () => api.post('/api/me/parallel-uses/known'),
    onSuccess: () => queries.invalidateQueries({ queryKey: accountQuery.queryKey }),
  })
  if (account.parallelUses.length === 0) return null
  const open = account.parallelUses.some((use) => !use.known)
  return (
    <Alert
      type={open ? 'warning' : 'info'}
      showIcon
      title={t('parallel')}
      description={
        <>
          <p>{t('parallelHint')}</p>
          <ul className={styles.list}>
            {account.parallelUses.map((use) => (
              <li key={use.at}>
                {t('parallelUse', { at: formatInstant(use.at), address: use.address, others: use.others.join(', ') })}
              </li>
            ))}
          </ul>
          {open && (
            <Button loading={known.isPending} onClick={() => known.mutate()}>
              {t('parallelKnown')}
            </Button>
          )}
        </>
      }
    />
  )
}

function Password({ account }: { account: Account }) {
  const { t } = useAccountWords()
  const [changing, setChanging] = useState(false)
  const { passwordChangedAt, passwordExpiresAt } = account
  return (
    <section className={styles.section}>
      <h2>{t('password')}</h2>
      {passwordChangedAt && passwordExpiresAt ? (
        <>
          {account.passwordExpiresSoon && (
            <Alert
              type="warning"
              showIcon
              title={t('passwordSoon', { at: formatInstant(passwordExpiresAt) })}
              style={{ marginBottom: 12 }}
            />
          )}
          <div className={styles.facts}>
            <span>
              {t('passwordChanged')} {formatInstant(passwordChangedAt)}
            </span>
            <span>
              {t('passwordExpires')} {formatInstant(passwordExpiresAt)}
            </span>
          </div>
          <Button onClick={() => setChanging(true)}>{t('change')}</Button>
        </>
      ) : (
        <p className={styles.hint}>
          {account.elsewhere
            ? t('linked', { source: account.elsewhere.sourceName, name: account.elsewhere.name })
            : t('passwordNone')}
        </p>
      )}
      {changing && <PasswordForm onClose={() => setChanging(false)} />}
    </section>
  )
}

function Factor({ account }: { account: Account }) {
  const { t } = useAccountWords()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [settingUp, setSettingUp] = useState(false)
  const refresh = () => queries.invalidateQueries({ queryKey: accountQuery.queryKey })
  const renew = useMutation({
    mutationFn: () => api.post('/api/me/second-factor/recovery-codes'),
    onError: (error) => void message.error(problemText(error)),
  })
  const remove = useMutation({
    mutationFn: () => api.delete('/api/me/second-factor'),
    onSuccess: refresh,
    onError: (error) => void message.error(problemText(error)),
  })
  const since = account.secondFactorSince
  return (
    <section className={styles.section}>
      <h2>{t('factor')}</h2>
      {account.secondFactorDemanded && <p className={styles.hint}>{t('factorDemanded')}</p>}
      {since ? (
        <>
          <div className={styles.facts}>
            <span>
              {t('factorOn')} {formatInstant(since)}
            </span>
            <span>{t('recoveryLeft', { count: account.recoveryCodesLeft })}</span>
          </div>
          <div className={styles.buttons}>
            <Popconfirm title={t('recoveryRenewSure')} okText={t('recoveryRenew')} onConfirm={() => renew.mutate()}>
              <Button loading={renew.isPending}>{t('recoveryRenew')}</Button>
            </Popconfirm>
            {!account.secondFactorDemanded && (
              <Popconfirm title={t('factorRemoveSure')} okText={t('factorRemove')} onConfirm={() => remove.mutate()}>
                <Button danger loading={remove.isPending}>
                  {t('factorRemove')}
                </Button>
              </Popconfirm>
            )}
          </div>
        </>
      ) : (
        <>
          <p>{t('factorOff')}</p>
          <Button onClick={() => setSettingUp(true)}>{t('factorStart')}</Button>
        </>
      )}
      {(settingUp || renew.data) && (
        <Modal
          open
          title={t('factor')}
          footer={null}
          width={420}
          mask={{ closable: false }}
          onCancel={() => {
            setSettingUp(false)
            renew.reset()
            void refresh()
          }}
        >
          {renew.data ? (
            <RecoveryCodes
              codes={renew.data.codes}
              onKept={() => {
                renew.reset()
                void refresh()
              }}
            />
          ) : (
            <FactorSetUp
              onDone={() => {
                setSettingUp(false)
                void refresh()
              }}
            />
          )}
        </Modal>
      )}
    </section>
  )
}

/** A person's own account: password, second factor, and where it is in use. */
export default function AccountPage() {
  const { t } = useAccountWords()
  const account = useQuery(accountQuery)
  const hasTokens = useCan('token:own')
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('intro')} />
      <div className={styles.sections}>
        <Loaded query={account}>
          {(found) => (
            <>
              <ParallelUses account={found} />
              <Password account={found} />
              <Factor account={found} />
            </>
          )}
        </Loaded>
        <OwnSessions />
        {hasTokens && <Link to="/tokens">{t('tokens')}</Link>}
      </div>
    </>
  )
}
