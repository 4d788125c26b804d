import { Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { RefPicker } from '@/features/record/RefPicker'
import { useLabels } from '@/shared/i18n/labels'
import { FormDrawer } from '@/shared/ui/FormDrawer'
import { changeGroup, createGroup, type Group, type GroupForm } from './api'

interface Props {
  group: Group | undefined
  onSaved: () => void
  onClose: () => void
}

export function GroupFormDrawer({ group, onSaved, onClose }: Props) {
  const { t } = useTranslation()
  const labels = useLabels()
  return (
    <FormDrawer<GroupForm>
      title={group ? t('people.edit', { name: group.name }) : t('people.newGroup')}
      initial={group ? { name: group.name, unit: group.unit.id, line: group.line, track: group.track } : { line: 2 }}
      save={(form, key) => (group ? changeGroup(group.id, form) : createGroup(form, key))}
      onSaved={onSaved}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={t('people.unitName')}
        rules={[{ required: true, whitespace: true, message: t('common.required', { field: t('people.unitName') }) }]}
      >
        <Input maxLength={100} autoFocus />
      </Form.Item>
      <Form.Item
        name="unit"
        label={t('people.unit')}
        hidden={Boolean(group)}
        rules={[{ required: true, message: t('common.requiredChoice', { field: t('people.unit') }) }]}
      >
        <RefPicker type="unit" label={group?.unit.name} />
      </Form.Item>
      <Form.Item name="line" label={t('people.line')}>
        <Radio.Group
          optionType="button"
          options={[1, 2, 3].map((value) => ({ value, label: labels.value('Line', String(value)) }))}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['line']}>
        {({ getFieldValue }) =>
          getFieldValue('line') === 2 && (
            <Form.Item
              name="track"
              label={t('people.track')}
              rules={[{ required: true, message: t('common.requiredChoice', { field: t('people.track') }) }]}
            >
              <Radio.Group optionType="button" options={labels.options('Track')} />
            </Form.Item>
          )
        }
      </Form.Item>
    </FormDrawer>
  )
}
