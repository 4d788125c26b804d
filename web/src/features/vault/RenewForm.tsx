import { Alert, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { FormDrawer } from '@/shared/ui/FormDrawer'
import { renewSecret, type Secret } from './api'
import { type Password, PasswordFields, typedOf } from './PasswordFields'

interface Props {
  secret: Secret
  onSaved: () => void
  onClose: () => void
}

interface Answers extends Password {
  reason?: string
}

export function RenewForm({ secret, onSaved, onClose }: Props) {
  const { t } = useTranslation()
  const key = secret.secretKind === 'CERTIFICATE'
  return (
    <FormDrawer<Answers>
      title={t('vault.renewTitle', { name: secret.name })}
      initial={{ source: key ? 'typed' : 'made' }}
      saveText={t('vault.renew')}
      save={(form, intent) => {
        const body = { secret: typedOf(form), reason: form.reason?.trim() || null }
        return renewSecret(secret, body, intent)
      }}
      onSaved={onSaved}
      onClose={onClose}
    >
      <Alert type="info" showIcon title={t('vault.renewHint')} style={{ marginBottom: 12 }} />
      <PasswordFields kind={secret.secretKind} />
      <Form.Item name="reason" label={t('vault.renewReason')}>
        <Input maxLength={500} />
      </Form.Item>
    </FormDrawer>
  )
}
