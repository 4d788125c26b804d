import { SwapOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefPicker } from '@/features/record/RefPicker'
import { problemText } from '@/shared/ui/problemText'
import { useDebounced } from '@/shared/useDebounced'
import { callersQuery, type Caller } from './api'
import type { CallForm } from './call'
import styles from './intake.module.css'

interface Props {
  form: CallForm
  onChange: (change: Partial<CallForm>) => void
}

const UNKNOWN = '?'
const looksLikePhone = (text: string): boolean => /^[\d\s+-]{3,}$/.test(text)

function Picker({ onPick, onUnknown }: { onPick: (caller: Caller) => void; onUnknown: (text: string) => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const q = useDebounced(text.trim(), 180)
  const found = useQuery(callersQuery(q))
  const callers = q ? (found.data ?? []) : []
  const options = callers.map((caller) => ({ value: caller.person.id, label: caller.person.name, caller }))
  const unknown = { value: UNKNOWN, label: t('intake.callerUnknown', { text: text.trim() }), caller: undefined }
  return (
    <Select
      autoFocus
      value={null}
      aria-label={t('intake.caller')}
      placeholder={t('intake.callerPlaceholder')}
      showSearch={{ filterOption: false, onSearch: setText }}
      options={text.trim() ? [...options, unknown] : []}
      loading={found.isFetching}
      notFoundContent={found.isError ? problemText(found.error) : null}
      onChange={(id: string | null) => {
        const caller = callers.find((one) => one.person.id === id)
        if (caller) onPick(caller)
        else if (id === UNKNOWN) onUnknown(text.trim())
      }}
      optionRender={({ data }) =>
        data.caller ? (
          <span className={styles.callerOption}>
            <b>{data.caller.person.name}</b>
            <span>{data.caller.person.unit}</span>
            <span>{data.caller.phone}</span>
            {data.caller.openIncidents > 0 && (
              <span className={styles.warn}>{t('intake.openCount', { count: data.caller.openIncidents })}</span>
            )}
          </span>
        ) : (
          data.label
        )
      }
    />
  )
}

function UnknownCaller() {
  const { t } = useTranslation()
  const needed = (field: string) => [{ required: true, whitespace: true, message: t('common.required', { field }) }]
  return (
    <>
      <p className={styles.hint}>{t('intake.callerUnknownHint')}</p>
      <div className={styles.three}>
        <Form.Item name="callerName" label={t('intake.callerName')} rules={needed(t('intake.callerName'))}>
          <Input maxLength={50} autoComplete="off" />
        </Form.Item>
        <Form.Item name="callerPhone" label={t('intake.callerPhone')} rules={needed(t('intake.callerPhone'))}>
          <Input maxLength={30} inputMode="tel" autoComplete="off" />
        </Form.Item>
      </div>
    </>
  )
}

/** Who is on the line: somebody of the directory, found while typing, or an unknown caller. */
export function CallerField({ form, onChange }: Props) {
  const { t } = useTranslation()
  const known = Boolean(form.requester)
  const change = () =>
    onChange({
      requester: undefined,
      requesterName: undefined,
      requesterPhone: undefined,
      requesterUnit: undefined,
      unit: undefined,
      unitName: undefined,
      unknown: false,
      callerName: undefined,
      callerPhone: undefined,
    })
  const pick = (caller: Caller) =>
    onChange({
      requester: caller.person.id,
      requesterName: caller.person.name,
      requesterPhone: caller.phone ?? undefined,
      requesterUnit: caller.unit?.id,
      unit: caller.unit?.id,
      unitName: caller.unit?.name ?? caller.person.unit ?? undefined,
      unknown: false,
    })
  const unknown = (text: string) =>
    onChange({ unknown: true, ...(looksLikePhone(text) ? { callerPhone: text } : { callerName: text }) })
  return (
    <section className={styles.block} aria-label={t('intake.callerTitle')}>
      <div className={styles.blockHead}>
        <h2>{t('intake.callerTitle')}</h2>
        {(known || form.unknown) && (
          <Button size="small" type="text" icon={<SwapOutlined aria-hidden />} onClick={change}>
            {t('intake.callerChange')}
          </Button>
        )}
      </div>
      {known ? (
        <div className={styles.caller}>
          <b>{form.requesterName}</b>
          <span>{form.unitName}</span>
          <span>{form.requesterPhone}</span>
        </div>
      ) : form.unknown ? (
        <UnknownCaller />
      ) : (
        <Form.Item
          name="requester"
          rules={[{ required: true, message: t('common.requiredChoice', { field: t('intake.caller') }) }]}
          valuePropName="none"
          trigger="none"
        >
          <Picker onPick={pick} onUnknown={unknown} />
        </Form.Item>
      )}
      {(form.unknown || (known && !form.requesterUnit)) && (
        <Form.Item
          name="unit"
          label={t('intake.unit')}
          rules={[{ required: true, message: t('common.requiredChoice', { field: t('intake.unit') }) }]}
        >
          <RefPicker type="unit" label={form.unitName} />
        </Form.Item>
      )}
    </section>
  )
}
