import { useQuery } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import { ManySelect } from '@/shared/ui/ManySelect'
import { useTranslation } from 'react-i18next'
import { RefPicker } from '@/features/record/RefPicker'
import { useRoleName } from '@/shared/roles'
import { FormDrawer } from '@/shared/ui/FormDrawer'
import { InstantPicker } from '@/shared/ui/InstantPicker'
import { delegate, personQuery, type DelegationForm } from './api'

interface Props {
  person: { id: string; name: string }
  onSaved: () => void
  onClose: () => void
}

/** Names who stands in for a person, from when to when, and with which roles. */
export function DeputyForm({ person, onSaved, onClose }: Props) {
  const { t } = useTranslation()
  const roleName = useRoleName()
  const found = useQuery(personQuery(person.id))
  const codes = [...new Set((found.data?.roles ?? []).map((held) => held.code))]
  const required = (field: string) => [{ required: true, message: t('common.required', { field }) }]
  const save = ({ roles, from, ...rest }: DelegationForm, key: string) =>
    delegate(person.id, { ...rest, from: from ?? null, roles: roles?.length ? roles : null }, key)
  return (
    <FormDrawer<DelegationForm>
      title={t('rights.deputyFor', { name: person.name })}
      initial={{}}
      save={save}
      onSaved={onSaved}
      onClose={onClose}
    >
      <Form.Item
        name="delegate"
        label={t('rights.deputy')}
        rules={[{ required: true, message: t('common.requiredChoice', { field: t('rights.deputy') }) }]}
      >
        <RefPicker type="person" />
      </Form.Item>
      <Form.Item name="from" label={t('rights.from')} extra={t('rights.fromHint')}>
        <InstantPicker />
      </Form.Item>
      <Form.Item name="until" label={t('rights.until')} rules={required(t('rights.until'))}>
        <InstantPicker />
      </Form.Item>
      <Form.Item name="roles" label={t('rights.handedRoles')}>
        <ManySelect
          placeholder={t('rights.allRoles')}
          options={codes.map((code) => ({ value: code, label: roleName(code) }))}
        />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('rights.reason')}
        rules={[{ required: true, whitespace: true, message: t('common.required', { field: t('rights.reason') }) }]}
      >
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
      </Form.Item>
    </FormDrawer>
  )
}
