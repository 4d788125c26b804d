import { Form, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { RefPicker } from '@/features/record/RefPicker'
import { useLabels } from '@/shared/i18n/labels'
import { useMe } from '@/shared/session'
import { FormDrawer } from '@/shared/ui/FormDrawer'
import { formOf, registerSecret, reviseSecret, type Secret, type SecretForm } from './api'
import { type Password, PasswordFields, typedOf } from './PasswordFields'

interface Props {
  secret?: Secret
  onSaved: () => void
  onClose: () => void
}

type Answers = SecretForm & Password

const bodyOf = (form: Answers): SecretForm => ({
  name: form.name.trim(),
  secretKind: form.secretKind,
  account: form.account.trim(),
  system: form.system ?? null,
  unit: form.unit,
  custodian: form.custodian,
  filedWith: form.filedWith,
  releaseRule: form.releaseRule.trim(),
  renewDays: form.renewDays ?? null,
  notes: form.notes?.trim() || null,
})

const save = (secret: Secret | undefined, form: Answers, key: string) => {
  if (secret) return reviseSecret(secret, bodyOf(form))
  const source = form.secretKind === 'CERTIFICATE' ? 'typed' : form.source
  return registerSecret({ ...bodyOf(form), secret: typedOf({ ...form, ...(source && { source }) }) }, key)
}

function Fields({ secret }: { secret: Secret | undefined }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const label = (name: keyof SecretForm) => t(`vault.fields.${name}`)
  const needed = (name: keyof SecretForm) => [{ required: true, message: t('common.required', { field: label(name) }) }]
  const kind = Form.useWatch<SecretForm['secretKind'] | undefined>('secretKind')
  return (
    <>
      <Form.Item name="name" label={label('name')} rules={needed('name')}>
        <Input maxLength={100} autoFocus autoComplete="off" />
      </Form.Item>
      <Form.Item name="secretKind" label={label('secretKind')} rules={needed('secretKind')}>
        <Select options={labels.options('SecretKind')} />
      </Form.Item>
      <Form.Item name="account" label={label('account')} rules={needed('account')}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      {!secret && <PasswordFields kind={kind} />}
      <Form.Item name="system" label={label('system')}>
        <RefPicker type="system" label={secret?.system?.name} />
      </Form.Item>
      <Form.Item name="unit" label={label('unit')} rules={needed('unit')}>
        <RefPicker type="unit" label={secret?.unit.name} />
      </Form.Item>
      <Form.Item name="custodian" label={label('custodian')} rules={needed('custodian')}>
        <RefPicker type="person" label={secret?.custodian.name} />
      </Form.Item>
      <Form.Item name="filedWith" label={label('filedWith')} rules={needed('filedWith')}>
        <RefPicker type="person" label={secret?.filedWith.name} />
      </Form.Item>
      <Form.Item
        name="releaseRule"
        label={label('releaseRule')}
        extra={t('vault.ruleHint')}
        rules={needed('releaseRule')}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
      </Form.Item>
      <Form.Item name="renewDays" label={label('renewDays')} extra={t('vault.daysHint')}>
        <InputNumber min={1} max={3650} precision={0} style={{ width: 160 }} />
      </Form.Item>
      <Form.Item name="notes" label={label('notes')} extra={t('vault.notesHint')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
    </>
  )
}

/** What is said about a password; the password itself is asked for once, and not when this is revised. */
export function EntryForm({ secret, onSaved, onClose }: Props) {
  const { t } = useTranslation()
  const unit = useMe()?.unit.id
  const initial: Partial<Answers> = secret
    ? formOf(secret)
    : { secretKind: 'ADMINISTRATION', source: 'made', ...(unit && { unit }) }
  return (
    <FormDrawer<Answers>
      title={secret ? t('vault.edit', { name: secret.name }) : t('vault.new')}
      initial={initial}
      save={(form, key) => save(secret, form, key)}
      onSaved={onSaved}
      onClose={onClose}
    >
      <Fields secret={secret} />
    </FormDrawer>
  )
}
