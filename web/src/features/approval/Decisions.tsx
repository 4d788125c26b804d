import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newKey } from '@/shared/api'
import { problemText } from '@/shared/ui/problemText'
import { type ApprovalRow, decide, type Outcome } from './api'
import styles from './approval.module.css'

interface Props {
  /** Those of the chosen that wait for this person. */
  rows: ApprovalRow[]
  onDone: () => void
}

/** One word for several, with a result for each. */
export function Decisions({ rows, onDone }: Props) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [asking, setAsking] = useState<boolean>()
  const [opinion, setOpinion] = useState('')
  const [failed, setFailed] = useState<Outcome[]>([])
  const send = useMutation({
    mutationFn: (approve: boolean) => decide(rows, approve, opinion.trim() || null, newKey()),
    onSuccess: async (outcomes) => {
      await queries.invalidateQueries({ queryKey: ['list'] })
      void queries.invalidateQueries({ queryKey: ['my-work'] })
      const refused = outcomes.filter((one) => one.state === null)
      setFailed(refused)
      void message.success(t('approvals.decided', { count: outcomes.length - refused.length }))
      if (refused.length === 0) close()
    },
    onError: (error) => void message.error(problemText(error)),
  })
  const close = () => {
    setAsking(undefined)
    setFailed([])
    setOpinion('')
    onDone()
  }
  const numbers = new Map(rows.map((row) => [row.id, row.number]))
  const needsReason = asking === false && !opinion.trim()
  return (
    <>
      <Button size="small" type="primary" disabled={rows.length === 0} onClick={() => setAsking(true)}>
        {t('approvals.approveAll', { count: rows.length })}
      </Button>
      <Button size="small" disabled={rows.length === 0} onClick={() => setAsking(false)}>
        {t('approvals.rejectAll', { count: rows.length })}
      </Button>
      <Modal
        open={asking !== undefined}
        title={t(asking ? 'approvals.approveAll' : 'approvals.rejectAll', { count: rows.length })}
        okText={t(asking ? 'command.Approve' : 'command.Reject')}
        cancelText={failed.length > 0 ? t('common.done') : t('common.cancel')}
        okButtonProps={{ disabled: needsReason || failed.length > 0, loading: send.isPending }}
        onOk={() => send.mutate(asking === true)}
        onCancel={close}
      >
        <ul className={styles.chosen}>
          {rows.map((row) => (
            <li key={row.id}>
              {row.number} {row.title}
            </li>
          ))}
        </ul>
        <Input.TextArea
          aria-label={t(asking ? 'field.opinion' : 'field.reason')}
          placeholder={t(asking ? 'approvals.opinion' : 'approvals.reason')}
          value={opinion}
          maxLength={2000}
          autoSize={{ minRows: 2, maxRows: 6 }}
          onChange={(event) => setOpinion(event.target.value)}
        />
        {failed.map((one) => (
          <Alert
            key={one.id}
            type="warning"
            showIcon
            className={styles.outcome ?? ''}
            title={`${numbers.get(one.id)}${t('common.colon')}${one.problem}`}
          />
        ))}
      </Modal>
    </>
  )
}
