import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, DatePicker, Form, Input, Modal } from 'antd'
import { ManySelect } from '@/shared/ui/ManySelect'
import type { Dayjs } from 'dayjs'
import { useTranslation } from 'react-i18next'
import { copyText } from '@/shared/copy'
import { useLabels } from '@/shared/i18n/labels'
import { areaWords, permissionWords } from '@/shared/permissions'
import { useMe } from '@/shared/session'
import { problemText } from '@/shared/ui/problemText'
import { issueToken } from './api'

interface Answers {
  name: string
  permissions?: string[]
  expiresAt?: Dayjs
}

export function TokenForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const me = useMe()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const labels = useLabels()
  const words = (permission: string) => `${areaWords(permission)} · ${permissionWords(permission, labels)}`
  const create = useMutation({
    mutationFn: ({ name, permissions, expiresAt }: Answers) =>
      issueToken({
        name,
        permissions: permissions?.length ? permissions : null,
        expiresAt: expiresAt?.endOf('day').toISOString() ?? null,
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['tokens'] }),
  })
  const copy = async (token: string) => {
    if (await copyText(token)) void message.success(t('common.copied'))
  }
  return (
    <Modal
      open
      title={t('session.tokenNew')}
      onCancel={onClose}
      footer={null}
      mask={{ closable: false }}
      destroyOnHidden
    >
      {create.data ? (
        <>
          <Alert type="warning" showIcon title={t('session.tokenOnce')} style={{ marginBottom: 12 }} />
          <Input.TextArea readOnly autoSize value={create.data.token} aria-label={t('session.tokens')} />
          <Button type="primary" style={{ marginTop: 12 }} onClick={() => void copy(create.data.token)}>
            {t('common.copy')}
          </Button>
        </>
      ) : (
        <Form<Answers> layout="vertical" requiredMark={false} onFinish={(answers) => create.mutate(answers)}>
          {create.error && (
            <Alert type="error" showIcon title={problemText(create.error)} style={{ marginBottom: 12 }} />
          )}
          <Form.Item
            name="name"
            label={t('session.tokenName')}
            extra={t('session.tokenNameHint')}
            rules={[{ required: true, message: t('common.required', { field: t('session.tokenName') }) }]}
          >
            <Input autoFocus maxLength={100} />
          </Form.Item>
          <Form.Item name="permissions" label={t('session.tokenPermissions')} extra={t('session.tokenPermissionsHint')}>
            <ManySelect
              showSearch={{ optionFilterProp: 'label' }}
              options={(me?.permissions ?? []).map((value) => ({ value, label: words(value) }))}
            />
          </Form.Item>
          <Form.Item name="expiresAt" label={t('session.tokenExpires')}>
            <DatePicker style={{ width: '100%' }} placeholder={t('session.tokenNever')} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={create.isPending}>
            {t('session.tokenNew')}
          </Button>
        </Form>
      )}
    </Modal>
  )
}
