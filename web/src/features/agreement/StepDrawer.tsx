import { Checkbox, Form, InputNumber, Radio, Select } from 'antd'
import { ManySelect } from '@/shared/ui/ManySelect'
import { useTranslation } from 'react-i18next'
import { RefPicker } from '@/features/record/RefPicker'
import { useLabels } from '@/shared/i18n/labels'
import { useBusinessRoles } from '@/shared/roles'
import { FormDrawer } from '@/shared/ui/FormDrawer'
import { ReasonField } from '@/shared/ui/ReasonDrawer'
import { newStep, type Step } from './escalation'
import { ManyRefs } from './ManyRefs'
import type { RuleDrawer } from './RuleList'

/** When a step is taken, and what it does. */
export function StepDrawer({ rule: step, save, onSaved, onClose }: RuleDrawer<Step>) {
  const { t } = useTranslation()
  const labels = useLabels()
  const roles = useBusinessRoles()
  return (
    <FormDrawer<Step & { reason: string }>
      title={t(step ? 'agreements.escalation.edit' : 'agreements.escalation.new')}
      initial={step ?? newStep()}
      save={({ reason, ...form }) =>
        save({ ...newStep(), ...form, clock: form.clock ?? null, group: form.group ?? null }, reason)
      }
      onSaved={onSaved}
      onClose={onClose}
    >
      <Form.Item name="clock" label={t('agreements.clock')}>
        <Select allowClear placeholder={t('agreements.escalation.ours')} options={labels.options('ClockName')} />
      </Form.Item>
      <Form.Item name="levels" label={t('agreements.levels')}>
        <ManySelect placeholder={t('agreements.any')} options={labels.options('LevelShort')} />
      </Form.Item>
      <Form.Item
        name="percent"
        label={t('agreements.escalation.percent')}
        extra={t('agreements.escalation.percentHint')}
        rules={[{ required: true, message: t('common.required', { field: t('agreements.escalation.percent') }) }]}
      >
        <InputNumber min={1} max={1000} precision={0} suffix="%" />
      </Form.Item>
      <Form.Item name="wall" label={t('agreements.escalation.by')}>
        <Radio.Group
          optionType="button"
          options={[
            { value: false, label: t('agreements.escalation.working') },
            { value: true, label: t('agreements.escalation.wall') },
          ]}
        />
      </Form.Item>
      <Form.Item name="hearers" label={t('agreements.escalation.hearers')}>
        <ManySelect options={labels.options('EscalationHearer')} />
      </Form.Item>
      <Form.Item name="roles" label={t('agreements.escalation.roles')}>
        <ManySelect options={roles} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item name="robots" label={t('agreements.escalation.robots')}>
        <ManyRefs type="robot" />
      </Form.Item>
      <Form.Item name="raise" valuePropName="checked">
        <Checkbox>{t('agreements.escalation.raise')}</Checkbox>
      </Form.Item>
      <Form.Item name="group" label={t('agreements.escalation.group')}>
        <RefPicker type="group" />
      </Form.Item>
      <ReasonField />
    </FormDrawer>
  )
}
