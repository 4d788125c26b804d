import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefresh } from '@/features/record/record'
import { FormDrawer } from '@/shared/ui/FormDrawer'
import { confirmOnTheSpot, type Word } from './api'

/** Somebody who is here agrees with the own account, in this window. */
export function OnTheSpot({ id }: { id: string }) {
  const { t } = useTranslation()
  const refresh = useRefresh(id)
  const [open, setOpen] = useState(false)
  const needed = (field: string) => [{ required: true, message: t('common.required', { field }) }]
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('approvals.spot.confirm')}
      </Button>
      {open && (
        <FormDrawer<Word>
          title={t('approvals.spot.confirm')}
          initial={{}}
          saveText={t('approvals.spot.confirm')}
          save={(word) => confirmOnTheSpot(id, word)}
          onSaved={() => {
            setOpen(false)
            void refresh()
          }}
          onClose={() => setOpen(false)}
        >
          <p>{t('approvals.spot.hint')}</p>
          <Form.Item name="username" label={t('approvals.spot.username')} rules={needed(t('approvals.spot.username'))}>
            <Input autoComplete="off" autoFocus maxLength={200} />
          </Form.Item>
          <Form.Item name="password" label={t('approvals.spot.password')} rules={needed(t('approvals.spot.password'))}>
            <Input.Password autoComplete="new-password" maxLength={200} />
          </Form.Item>
          <Form.Item name="code" label={`${t('approvals.spot.code')} (${t('common.optional')})`}>
            <Input autoComplete="one-time-code" inputMode="numeric" maxLength={20} />
          </Form.Item>
          <Form.Item name="opinion" label={`${t('field.opinion')} (${t('common.optional')})`}>
            <Input.TextArea maxLength={2000} autoSize={{ minRows: 2, maxRows: 6 }} />
          </Form.Item>
        </FormDrawer>
      )}
    </>
  )
}
