import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { api } from '@/shared/api'
import { useAccountWords } from '@/shared/i18n/account'
import { CodeForm } from './CodeForm'
import { ConductConsent } from './ConductConsent'
import { Entry } from './Entry'
import { FactorSetUp } from './FactorSetUp'
import { PasswordChange } from './PasswordChange'

/** Signed in, but one thing has to be done before anything else opens. */
export default function UnfinishedPage({ code, onDone }: { code: string; onDone: () => void }) {
  const { t } = useAccountWords()
  const queries = useQueryClient()
  const leave = async () => {
    await api.delete('/api/session').catch(() => undefined)
    queries.clear()
    window.location.assign('/sign-in')
  }
  if (code === 'conduct-consent-required')
    return (
      <Entry title={t('conductTitle')} wide>
        <ConductConsent onDone={onDone} />
        <Button type="link" onClick={() => void leave()} style={{ marginTop: 12, paddingInline: 0 }}>
          {t('signOut')}
        </Button>
      </Entry>
    )
  if (code === 'second-factor-code-required')
    return (
      <Entry title={t('code')}>
        <CodeForm onDone={onDone} />
        <Button type="link" onClick={() => void leave()} style={{ marginTop: 12, paddingInline: 0 }}>
          {t('signOut')}
        </Button>
      </Entry>
    )
  const password = code === 'password-expired'
  return (
    <Entry title={t(password ? 'mustChange' : 'factorMust')}>
      <p>{t(password ? 'mustChangeHint' : 'factorMustHint')}</p>
      {password ? <PasswordChange onDone={onDone} /> : <FactorSetUp onDone={onDone} />}
      <Button type="link" onClick={() => void leave()} style={{ marginTop: 12, paddingInline: 0 }}>
        {t('signOut')}
      </Button>
    </Entry>
  )
}
