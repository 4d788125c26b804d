import { Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import type { SecretForm } from './api'

export interface Password {
  source?: 'made' | 'typed'
  secret?: string
}

/** What is sent: nothing where the server is to make one. */
export const typedOf = ({ source, secret }: Password): string | null => (source === 'typed' ? (secret ?? '') : null)

/** A password made by the server, or typed in. Keys and certificates are typed. */
export function PasswordFields({ kind }: { kind: SecretForm['secretKind'] | undefined }) {
  const { t } = useTranslation()
  const source = Form.useWatch<string | undefined>('source')
  const key = kind === 'CERTIFICATE'
  const typed = key || source === 'typed'
  return (
    <>
      <Form.Item name="source" label={t('vault.password')} extra={t(typed ? 'vault.typedHint' : 'vault.madeHint')}>
        <Radio.Group
          optionType="button"
          options={[
            { value: 'made', label: t('vault.made'), disabled: key },
            { value: 'typed', label: t('vault.typed') },
          ]}
        />
      </Form.Item>
      {typed && (
        <Form.Item
          name="secret"
          rules={[{ required: true, message: t('common.required', { field: t('vault.password') }) }]}
        >
          {key ? (
            <Input.TextArea
              autoSize={{ minRows: 4, maxRows: 12 }}
              autoComplete="off"
              spellCheck={false}
              aria-label={t('vault.password')}
            />
          ) : (
            <Input.Password autoComplete="new-password" aria-label={t('vault.password')} />
          )}
        </Form.Item>
      )}
    </>
  )
}
