import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Form, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { problemText } from '@/shared/ui/problemText'
import { type Reveal, revealSecret, type Secret } from './api'
import { Shown } from './Shown'

interface Props {
  secret: Secret
  /** An earlier version; null for the present one. */
  number: number | null
  /** What was revealed already, after a consent. */
  revealed?: Pick<Reveal, 'id' | 'until'>
  onChanged: () => void
  onClose: () => void
}

/** First the reason, then the password. */
export function RevealDialog({ secret, number, revealed, onChanged, onClose }: Props) {
  const { t } = useTranslation()
  const ask = useMutation({
    mutationFn: ({ reason }: { reason: string }) => revealSecret(secret.id, reason.trim(), number),
    onSuccess: onChanged,
  })
  const reveal = revealed ?? ask.data
  const title =
    number === null
      ? t('vault.revealTitle', { name: secret.name })
      : t('vault.revealVersion', { name: secret.name, number })
  return (
    <Modal open title={title} onCancel={onClose} footer={null} mask={{ closable: false }} destroyOnHidden>
      {reveal ? (
        <Shown entry={secret.id} reveal={reveal.id} until={reveal.until} onOpened={onChanged} />
      ) : ask.isSuccess ? (
        <Alert type="info" showIcon title={t('vault.held')} description={t('vault.heldHint')} />
      ) : (
        <Form<{ reason: string }> layout="vertical" requiredMark={false} onFinish={(answers) => ask.mutate(answers)}>
          {ask.error && <Alert type="error" showIcon title={problemText(ask.error)} style={{ marginBottom: 12 }} />}
          <Form.Item
            name="reason"
            label={t('vault.reason')}
            extra={t('vault.reasonHint')}
            rules={[{ required: true, whitespace: true, message: t('common.required', { field: t('vault.reason') }) }]}
          >
            <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={ask.isPending}>
            {t('vault.reveal')}
          </Button>
        </Form>
      )}
    </Modal>
  )
}
