import { Checkbox, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { perform, useRefresh } from '@/features/record/record'
import { useAccountWords } from '@/shared/i18n/account'
import { useLabels } from '@/shared/i18n/labels'
import type { RecordView } from '@/shared/types'
import { FormDrawer } from '@/shared/ui/FormDrawer'
import type { ReviewLine, Verdict } from './api'
import { useRoleWords } from './ReviewLineItem'
import { commonRoles, keyOf } from './reviewRoles'

export type Wanted = Verdict | 'WAIVE'

interface Answers {
  comment?: string
  withdraw?: string[]
}

interface Props {
  view: RecordView
  lines: ReviewLine[]
  wanted: Wanted
  onDone: () => void
  onClose: () => void
}

/** One word about the chosen accounts, with its reason. */
export function Deciding({ view, lines, wanted, onDone, onClose }: Props) {
  const { t } = useTranslation()
  const { t: word } = useAccountWords()
  const labels = useLabels()
  const words = useRoleWords()
  const refresh = useRefresh(view.id)
  const waiving = wanted === 'WAIVE'
  const verdict = waiving ? labels.command('Waive') : labels.value('ReviewVerdict', wanted)
  const roles = wanted === 'CHANGE' ? commonRoles(lines) : []
  const why = labels.field(waiving ? 'reason' : 'comment')
  const save = ({ comment, withdraw }: Answers, key: string) => {
    const named = { lines: lines.map((line) => line.id) }
    const gone = roles.filter((role) => withdraw?.includes(keyOf(role))).map(({ role, unit }) => ({ role, unit }))
    const wish = waiving
      ? { command: 'Waive', ...named, reason: comment ?? '' }
      : { command: 'Decide', ...named, verdict: wanted, comment: comment?.trim() || null, withdraw: gone }
    return perform(view, wish, view.version, key)
  }
  return (
    <FormDrawer<Answers>
      title={word('reviewAbout', { count: lines.length, verdict })}
      saveText={verdict}
      initial={{}}
      save={save}
      onSaved={() => {
        void refresh()
        onDone()
      }}
      onClose={onClose}
    >
      <ul>
        {lines.map((line) => (
          <li key={line.id}>{line.account.name}</li>
        ))}
      </ul>
      {roles.length > 0 && (
        <Form.Item name="withdraw" label={word('reviewWithdraw')} extra={word('reviewWithdrawHint')}>
          <Checkbox.Group options={roles.map((role) => ({ value: keyOf(role), label: words(role) }))} />
        </Form.Item>
      )}
      <Form.Item
        name="comment"
        label={why}
        rules={[{ required: wanted !== 'KEEP', whitespace: true, message: t('common.required', { field: why }) }]}
      >
        <Input.TextArea maxLength={1000} autoSize={{ minRows: 3, maxRows: 8 }} />
      </Form.Item>
    </FormDrawer>
  )
}
