import { Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd'
import type { Rule } from 'antd/es/form'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { DurationInput } from '@/features/record/DurationInput'
import { RefPicker } from '@/features/record/RefPicker'
import { enumLabel } from '@/features/record/values'
import { type Labels, useLabels } from '@/shared/i18n/labels'
import type { FieldSchema, RecordView } from '@/shared/types'
import { InstantPicker } from '@/shared/ui/InstantPicker'

interface Props {
  name: string
  field: FieldSchema
  required: boolean
  view?: RecordView
  command: string
}

const LONG = new Set([
  'summary',
  'reason',
  'text',
  'instructions',
  'action',
  'result',
  'comment',
  'description',
  'test',
])

function useRules({ name, field, required }: Props, labels: Labels): Rule[] {
  const { t } = useTranslation()
  const label = labels.field(name)
  const chosen = field.enum || field['x-ref'] || field.format === 'date-time'
  const rules: Rule[] = []
  if (required && field.type !== 'boolean')
    rules.push({
      required: true,
      message: chosen ? t('common.requiredChoice', { field: label }) : t('common.required', { field: label }),
    })
  if (required && field.type === 'string' && !chosen)
    rules.push({ whitespace: true, message: t('common.required', { field: label }) })
  if (field.maxLength) rules.push({ max: field.maxLength, message: t('common.tooLong', { max: field.maxLength }) })
  return rules
}

function control({ name, field, required, view, command }: Props, labels: Labels, placeholder: string): ReactElement {
  if (field['x-ref'])
    return <RefPicker type={field['x-ref']} label={name === 'group' ? view?.assignmentGroup?.name : undefined} />
  if (field.enum) {
    const options = field.enum.map((value) => ({ value, label: enumLabel(name, value, field, command) }))
    return options.length <= 6 ? (
      <Radio.Group
        optionType="button"
        buttonStyle="solid"
        options={options}
        style={{ display: 'flex', flexWrap: 'wrap' }}
      />
    ) : (
      <Select
        options={options}
        allowClear={!required}
        placeholder={placeholder}
        showSearch={{ optionFilterProp: 'label' }}
      />
    )
  }
  if (field.format === 'date-time') return <InstantPicker placeholder={placeholder} />
  if (field.type === 'boolean') return <Checkbox>{labels.field(name)}</Checkbox>
  if (field['x-unit'] === 'minutes') return <DurationInput />
  if (field.type === 'integer') {
    const { minimum, maximum } = field
    if (minimum !== undefined && maximum !== undefined && maximum - minimum < 7)
      return (
        <Radio.Group
          optionType="button"
          buttonStyle="solid"
          options={Array.from({ length: maximum - minimum + 1 }, (_, step) => ({
            value: minimum + step,
            label: String(minimum + step),
          }))}
        />
      )
    return (
      <InputNumber
        {...(minimum !== undefined && { min: minimum })}
        {...(maximum !== undefined && { max: maximum })}
        style={{ width: '100%' }}
      />
    )
  }
  const long = field.format === 'textarea' || LONG.has(name) || (field.maxLength ?? 0) > 200
  return long ? <Input.TextArea autoSize={{ minRows: 3, maxRows: 14 }} /> : <Input />
}

/** One question of a command, drawn as its schema asks. */
export function SchemaField(props: Props) {
  const { t } = useTranslation()
  const labels = useLabels()
  const { name, field } = props
  const rules = useRules(props, labels)
  return (
    <Form.Item
      name={name}
      label={field.type === 'boolean' ? null : labels.field(name)}
      rules={rules}
      {...(field.type === 'boolean' && { valuePropName: 'checked' })}
    >
      {control(props, labels, t('common.placeholder.choose'))}
    </Form.Item>
  )
}
