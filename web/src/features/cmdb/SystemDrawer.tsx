import { useQuery } from '@tanstack/react-query'
import { Form, Input, Radio, Select, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { RefPicker } from '@/features/record/RefPicker'
import { calendarsQuery } from '@/shared/calendars'
import { useLabels } from '@/shared/i18n/labels'
import { FormDrawer } from '@/shared/ui/FormDrawer'
import { formOf, registerSystem, reviseSystem, type System, type SystemForm } from './api'

interface Props {
  system: System | undefined
  onSaved: () => void
  onClose: () => void
}

/** What a person says about a system; the rest of the product reads time limits and groups from it. */
export function SystemDrawer({ system, onSaved, onClose }: Props) {
  const { t } = useTranslation()
  const labels = useLabels()
  const hours = useQuery(calendarsQuery)
  const label = (name: keyof SystemForm) => t(`systems.fields.${name}`)
  const needed = (name: keyof SystemForm) => [{ required: true, message: t('common.required', { field: label(name) }) }]
  return (
    <FormDrawer<SystemForm>
      title={system ? t('systems.edit', { name: system.name }) : t('systems.new')}
      initial={system ? formOf(system) : { systemClass: 'B', active: true }}
      save={(form, key) => {
        const body = { ...form, code: form.code.trim().toUpperCase() }
        return system ? reviseSystem(system, body) : registerSystem(body, key)
      }}
      onSaved={onSaved}
      onClose={onClose}
    >
      <Form.Item name="name" label={label('name')} rules={needed('name')}>
        <Input maxLength={100} autoFocus />
      </Form.Item>
      <Form.Item name="code" label={label('code')} extra={t('systems.codeHint')} rules={needed('code')}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="systemClass" label={label('systemClass')} extra={t('systems.classHint')}>
        <Radio.Group optionType="button" options={labels.options('SystemClass')} />
      </Form.Item>
      <Form.Item name="serviceHours" label={label('serviceHours')} rules={needed('serviceHours')}>
        <Select
          loading={hours.isPending}
          placeholder={t('common.placeholder.choose')}
          options={(hours.data ?? []).map((one) => ({ value: one.id, label: one.name }))}
        />
      </Form.Item>
      <Form.Item name="unit" label={label('unit')} rules={needed('unit')}>
        <RefPicker type="unit" label={system?.unit.name} />
      </Form.Item>
      <Form.Item name="responsible" label={label('responsible')} rules={needed('responsible')}>
        <RefPicker type="person" label={system?.responsible.name} />
      </Form.Item>
      <Form.Item name="group" label={label('group')} rules={needed('group')}>
        <RefPicker type="group" label={system?.group.name} />
      </Form.Item>
      <Form.Item name="description" label={label('description')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} />
      </Form.Item>
      {system && (
        <Form.Item name="active" label={label('active')} extra={t('systems.activeHint')} valuePropName="checked">
          <Switch />
        </Form.Item>
      )}
    </FormDrawer>
  )
}
