import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FormDrawer } from '@/shared/ui/FormDrawer'

interface Props {
  title: string
  /** What happens, in a sentence. */
  text?: ReactNode
  saveText?: string
  danger?: boolean
  save: (reason: string) => Promise<unknown>
  onSaved: () => void
  onClose: () => void
}

/** Asks why, before something is changed that was chosen with one press. */
export function ReasonDrawer({ text, save, ...props }: Props) {
  return (
    <FormDrawer<{ reason: string }> {...props} initial={{}} save={(form) => save(form.reason)}>
      {text && <p style={{ overflowWrap: 'anywhere' }}>{text}</p>}
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
