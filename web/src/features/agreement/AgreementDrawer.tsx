import { useQuery } from '@tanstack/react-query'
import { DatePicker, Form, Input, Select } from 'antd'
import { ManySelect } from '@/shared/ui/ManySelect'
import dayjs, { type Dayjs } from 'dayjs'
import { useTranslation } from 'react-i18next'
import { calendarsQuery } from '@/shared/calendars'
import { useLabels } from '@/shared/i18n/labels'
import { FormDrawer } from '@/shared/ui/FormDrawer'
import { ReasonField } from '@/shared/ui/ReasonDrawer'
import { type Agreement, newAgreement } from './api'
import { ManyRefs } from './ManyRefs'
import { PromiseFields } from './PromiseFields'
import { ShareFields } from './ShareFields'

interface Props {
  /** Nothing is written: no reason is asked for. */
  draft?: boolean
  agreement: Agreement | undefined
  names: Record<string, string>
  save: (agreement: Agreement, reason: string) => Promise<unknown>
  onSaved: () => void
  onClose: () => void
}

type Values = Omit<Agreement, 'from' | 'until'> & { from: Dayjs | null; until: Dayjs | null; reason: string }

const day = (date: string | null | undefined): Dayjs | null => (date ? dayjs(date) : null)
const date = (one: Dayjs | null | undefined): string | null => one?.format('YYYY-MM-DD') ?? null

function toAgreement({ reason = '', ...form }: Values): { agreement: Agreement; reason: string } {
  return {
    agreement: {
      ...newAgreement(),
      ...form,
      grade: form.grade || null,
      clause: form.clause || null,
      terms: form.terms || null,
      hours: form.hours ?? null,
      from: date(form.from),
      until: date(form.until),
      promises: form.kind === 'OLA' ? [] : (form.promises ?? []),
      shares: form.kind === 'OLA' ? (form.shares ?? []) : [],
    },
    reason,
  }
}

/** Who promises what to whom, and for what. */
export function AgreementDrawer({ draft, agreement, names, save, onSaved, onClose }: Props) {
  const { t } = useTranslation()
  const labels = useLabels()
  const calendars = useQuery(calendarsQuery).data ?? []
  const start = agreement ?? newAgreement()
  const text = (name: keyof Agreement, longest: number, hint?: string) => (
    <Form.Item name={name} label={t(`agreements.${name}` as 'agreements.name')} extra={hint}>
      <Input maxLength={longest} />
    </Form.Item>
  )
  return (
    <FormDrawer<Values>
      title={t(agreement ? 'agreements.edit' : 'agreements.new')}
      initial={{ ...start, from: day(start.from), until: day(start.until) }}
      save={(form) => {
        const made = toAgreement(form)
        return save(made.agreement, made.reason)
      }}
      onSaved={onSaved}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={t('agreements.name')}
        rules={[{ required: true, whitespace: true, message: t('common.required', { field: t('agreements.name') }) }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="kind" label={t('agreements.kind')}>
        <Select options={labels.options('AgreementKind')} />
      </Form.Item>
      <Form.Item name="units" label={t('agreements.units')} extra={t('agreements.unitsHint')}>
        <ManyRefs type="unit" names={names} />
      </Form.Item>
      <Form.Item name="systems" label={t('agreements.systems')} extra={t('agreements.systemsHint')}>
        <ManyRefs type="system" names={names} />
      </Form.Item>
      <Form.Item name="leftOut" label={t('agreements.leftOut')}>
        <ManySelect options={labels.options('IncidentKind')} />
      </Form.Item>
      <Form.Item name="hours" label={t('agreements.hours')}>
        <Select
          allowClear
          placeholder={t('agreements.byRules')}
          options={calendars.map((one) => ({ value: one.id, label: one.name }))}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['kind']}>
        {(form) => {
          const kind = form.getFieldValue('kind') as Agreement['kind']
          return kind === 'OLA' ? <ShareFields /> : <PromiseFields kind={kind} calendars={calendars} />
        }}
      </Form.Item>
      <Form.Item name="from" label={t('agreements.from')}>
        <DatePicker />
      </Form.Item>
      <Form.Item name="until" label={t('agreements.until')}>
        <DatePicker />
      </Form.Item>
      {text('grade', 40, t('agreements.gradeHint'))}
      {text('clause', 200)}
      <Form.Item name="terms" label={t('agreements.terms')}>
        <Input.TextArea maxLength={2000} autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
      {!draft && <ReasonField />}
    </FormDrawer>
  )
}
