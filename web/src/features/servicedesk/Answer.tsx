import { useMutation } from '@tanstack/react-query'
import { Alert, App, Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { perform, useRefresh, type Wish } from '@/features/record/record'
import { asProblem } from '@/shared/problem'
import type { RecordView } from '@/shared/types'
import { problemText } from '@/shared/ui/problemText'
import { useIntent } from '@/shared/useIntent'
import styles from './selfservice.module.css'

const ANSWERS = ['Verify', 'Dispute', 'Reopen', 'Cancel'] as const
type AnswerName = (typeof ANSWERS)[number]

function useAnswer(view: RecordView, onDone: () => void) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { intend, done } = useIntent<Wish>()
  const refresh = useRefresh(view.id)
  return useMutation({
    mutationFn: (wish: Wish) => perform(view, wish, view.version, intend([view.version, wish], () => wish).key),
    onSuccess: async () => {
      done()
      onDone()
      await refresh()
      void message.success(t('common.done'))
    },
    onError: (error) => {
      // Somebody else moved it on: show the present state, the text stays.
      if (asProblem(error).code === 'stale') void refresh()
    },
  })
}

/** What the server lets the requester say: it works, it does not, it is back. */
export function Answer({ view }: { view: RecordView }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<AnswerName>()
  const [text, setText] = useState('')
  const answer = useAnswer(view, () => {
    setOpen(undefined)
    setText('')
  })
  const offered = ANSWERS.filter((name) => view.actions.some((action) => action.command === name))
  if (offered.length === 0) return null
  const needsReason = open !== undefined && open !== 'Verify'
  const send = () => {
    if (!open) return
    const said = text.trim() || undefined
    answer.mutate({ command: open, ...(said && (open === 'Verify' ? { comment: said } : { reason: said })) })
  }
  return (
    <section className={styles.ask} data-urgent={offered.includes('Verify')}>
      {offered.includes('Verify') && <p>{t('selfservice.askVerify')}</p>}
      <div className={styles.buttons}>
        {offered.map((name) => (
          <Button
            key={name}
            size="large"
            type={name === 'Verify' ? 'primary' : 'default'}
            onClick={() => setOpen(name)}
          >
            {t(`selfservice.answer.${name}`)}
          </Button>
        ))}
      </div>
      <Modal
        open={open !== undefined}
        title={open && t(`selfservice.answer.${open}`)}
        onCancel={() => setOpen(undefined)}
        okText={open && t(`selfservice.answer.${open}`)}
        okButtonProps={{ disabled: needsReason && !text.trim(), loading: answer.isPending }}
        onOk={send}
      >
        <Form layout="vertical">
          <Form.Item label={needsReason ? t('selfservice.why') : t('selfservice.remark')} htmlFor="answer-text">
            <Input.TextArea
              id="answer-text"
              value={text}
              onChange={(event) => setText(event.target.value)}
              autoSize={{ minRows: 3 }}
              maxLength={2000}
            />
          </Form.Item>
        </Form>
        {answer.isError && <Alert type="error" showIcon title={problemText(answer.error)} />}
      </Modal>
    </section>
  )
}
