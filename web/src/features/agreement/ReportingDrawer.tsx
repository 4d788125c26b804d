import { Checkbox, Form, Select } from 'antd'
import { ManySelect } from '@/shared/ui/ManySelect'
import { useTranslation } from 'react-i18next'
import { useLabels } from '@/shared/i18n/labels'
import { useBusinessRoles } from '@/shared/roles'
import { FormDrawer } from '@/shared/ui/FormDrawer'
import { ReasonField } from '@/shared/ui/ReasonDrawer'
import { ManyRefs } from './ManyRefs'
import type { RuleDrawer } from './RuleList'
import { newRule, type ReportingRule } from './reporting'

/** Which levels are reported to whom. */
export function ReportingDrawer({ rule, save, onSaved, onClose }: RuleDrawer<ReportingRule>) {
  const { t } = useTranslation()
  const labels = useLabels()
  const roles = useBusinessRoles()
  const needed = (field: string) => [{ required: true, message: t('common.required', { field }) }]
  return (
    <FormDrawer<ReportingRule & { reason: string }>
      title={t(rule ? 'agreements.reporting.edit' : 'agreements.reporting.new')}
      initial={rule ?? { ...newRule(), role: undefined as never }}
      save={({ reason, ...form }) => save({ ...newRule(), ...form, superior: form.superior ?? null }, reason)}
      onSaved={onSaved}
      onClose={onClose}
    >
      <Form.Item name="levels" label={t('agreements.levels')} rules={needed(t('agreements.levels'))}>
        <ManySelect options={labels.options('LevelShort')} />
      </Form.Item>
      <Form.Item
        name="role"
        label={t('agreements.reporting.role')}
        extra={t('agreements.reporting.roleHint')}
        rules={needed(t('agreements.reporting.role'))}
      >
        <Select options={roles} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item name="everyLevel" valuePropName="checked" extra={t('agreements.reporting.everyLevelHint')}>
        <Checkbox>{t('agreements.reporting.everyLevel')}</Checkbox>
      </Form.Item>
      <Form.Item
        name="superior"
        label={t('agreements.reporting.superior')}
        extra={t('agreements.reporting.superiorHint')}
      >
        <Select allowClear options={roles} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item name="robots" label={t('agreements.escalation.robots')}>
        <ManyRefs type="robot" />
      </Form.Item>
      <ReasonField />
    </FormDrawer>
  )
}
