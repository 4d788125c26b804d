import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { FormDrawer } from '@/shared/ui/FormDrawer'

interface Props {
  title: string
  save: (reason: string) => Promise<unknown>
  onSaved: () => void
  onClose: () => void
}

/** Asks why, before something is changed that was chosen with one press. */
export function ReasonDrawer({ title, save, onSaved, onClose }: Props) {
  return (
    <FormDrawer<{ reason: string }>
      title={title}
      initial={{}}
      save={(form) => save(form.reason)}
      onSaved={onSaved}
      onClose={onClose}
    >
      <ReasonField />
    </FormDrawer>
  )
}

export function ReasonField() {
  const { t } = useTranslation()
  return (
    <Form.Item
      name="reason"
      label={t('settings.reason')}
      rules={[{ required: true, whitespace: true, message: t('common.required', { field: t('settings.reason') }) }]}
    >
      <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} />
    </Form.Item>
  )
}
