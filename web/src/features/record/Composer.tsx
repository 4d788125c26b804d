import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dropDraft, keepDraft, readDraft } from '@/features/record/draft'
import { useRefresh } from '@/features/record/record'
import { requesterField } from '@/features/record/whom'
import { api } from '@/shared/api'
import { useLabels } from '@/shared/i18n/labels'
import { asProblem } from '@/shared/problem'
import { useMe } from '@/shared/session'
import type { RecordView } from '@/shared/types'
import { problemText } from '@/shared/ui/problemText'
import { useIntent } from '@/shared/useIntent'
import styles from './timeline.module.css'

/** Who will see what is written. */
const hintOf = (note: boolean, toSomebody: boolean) =>
  note
    ? toSomebody
      ? 'record.notePlaceholder'
      : 'record.notePlaceholderPlain'
    : toSomebody
      ? 'record.commentPlaceholder'
      : 'record.remarkPlaceholder'

const TALK = { comments: '/api/records/{id}/comments', 'work-notes': '/api/records/{id}/work-notes' } as const
type Mode = keyof typeof TALK

/** A word to the requester, or a note among ourselves: which of the two must never be in doubt. */
export function Composer({ view }: { view: RecordView }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const owner = useMe()?.id ?? ''
  const scope = `${view.id}.talk`
  const refresh = useRefresh(view.id)
  const { intend, done } = useIntent<{ text: string }>()
  const kept = readDraft(owner, scope)?.values
  const [text, setText] = useState(() => (typeof kept?.text === 'string' ? kept.text : ''))
  const [wanted, setWanted] = useState<Mode>(() => (kept?.mode === 'comments' ? 'comments' : 'work-notes'))
  const mode: Mode = !view.canNote ? 'comments' : !view.canComment ? 'work-notes' : wanted
  const send = useMutation({
    mutationFn: () => {
      const { body, key } = intend([mode, text], () => ({ text: text.trim() }))
      return api.post(TALK[mode], { path: { id: view.id }, body, idempotencyKey: key })
    },
    onSuccess: async () => {
      done()
      setText('')
      dropDraft(owner, scope)
      await refresh()
    },
  })
  if (!view.canComment && !view.canNote) return null
  const change = (next: string, nextMode: Mode) => {
    setText(next)
    setWanted(nextMode)
    keepDraft(owner, scope, { values: { text: next, mode: nextMode }, names: {} })
  }
  const submit = () => {
    if (text.trim() && !send.isPending) send.mutate()
  }
  const note = mode === 'work-notes'
  const whom = view.requester && labels.field(requesterField(view.kind)).toLowerCase()
  const talk = whom ? t('record.comment', { whom }) : t('record.remark')
  const label = note ? t('record.note') : talk
  return (
    <div className={styles.composer} data-note={note}>
      {view.canComment && view.canNote && (
        <Radio.Group
          size="small"
          optionType="button"
          value={mode}
          onChange={(event) => change(text, event.target.value as Mode)}
          options={[
            { value: 'work-notes', label: t('record.note') },
            { value: 'comments', label: talk },
          ]}
          style={{ marginBottom: 8 }}
        />
      )}
      <Input.TextArea
        value={text}
        onChange={(event) => change(event.target.value, mode)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
        }}
        autoSize={{ minRows: 2, maxRows: 12 }}
        maxLength={10_000}
        placeholder={t(hintOf(note, Boolean(whom)), { whom })}
        aria-label={label}
      />
      {send.error && asProblem(send.error).status !== 401 && (
        <Alert type="error" showIcon title={problemText(send.error)} style={{ marginTop: 8 }} />
      )}
      <div className={styles.composerFoot}>
        <span>{t('record.sendHint')}</span>
        <Button type={note ? 'default' : 'primary'} onClick={submit} loading={send.isPending} disabled={!text.trim()}>
          {note ? t('record.sendNote') : t('record.sendComment')}
        </Button>
      </div>
    </div>
  )
}
