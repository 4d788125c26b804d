import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { RefPicker } from '@/features/record/RefPicker'

export function PersonFields({ unitName }: { unitName?: string }) {
  const { t } = useTranslation()
  return (
    <>
      <Form.Item
        name="name"
        label={t('people.name')}
        rules={[{ required: true, whitespace: true, message: t('common.required', { field: t('people.name') }) }]}
      >
        <Input maxLength={100} autoFocus autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="unit"
        label={t('people.unit')}
        rules={[{ required: true, message: t('common.requiredChoice', { field: t('people.unit') }) }]}
      >
        <RefPicker type="unit" label={unitName} />
      </Form.Item>
      <Form.Item name="phone" label={t('people.phone')}>
        <Input maxLength={40} inputMode="tel" autoComplete="off" />
      </Form.Item>
      <Form.Item name="email" label={t('people.email')} rules={[{ type: 'email', message: t('people.emailWrong') }]}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="username" label={t('people.username')} extra={t('people.usernameHint')}>
        <Input maxLength={64} autoComplete="off" />
      </Form.Item>
    </>
  )
}
