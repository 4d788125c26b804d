import { useQueryClient } from '@tanstack/react-query'
import { Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { RefPicker } from '@/features/record/RefPicker'
import { useLabels } from '@/shared/i18n/labels'
import { FormDrawer } from '@/shared/ui/FormDrawer'
import { changeUnit, createUnit, type Unit, type UnitKind } from './api'

export type Task = { kind: 'create'; parent: Unit } | { kind: 'edit'; unit: Unit }

function Name() {
  const { t } = useTranslation()
  return (
    <Form.Item
      name="name"
      label={t('people.unitName')}
      rules={[{ required: true, whitespace: true, message: t('common.required', { field: t('people.unitName') }) }]}
    >
      <Input maxLength={100} autoFocus />
    </Form.Item>
  )
}

interface Props {
  task: Task
  units: Unit[]
  onDone: () => void
}

const KINDS: UnitKind[] = ['BRANCH', 'DEPARTMENT']

export function UnitForm({ task, units, onDone }: Props) {
  const { t } = useTranslation()
  const labels = useLabels()
  const queries = useQueryClient()
  const saved = () => {
    onDone()
    void queries.invalidateQueries({ queryKey: ['units'] })
    void queries.invalidateQueries({ queryKey: ['ref', 'unit'] })
  }
  if (task.kind === 'edit') {
    const { unit } = task
    return (
      <FormDrawer<{ name: string; parent?: string }>
        title={t('people.editUnit', { name: unit.name })}
        initial={{ name: unit.name, ...(unit.parent && { parent: unit.parent }) }}
        save={(form) => changeUnit(unit.id, form)}
        onSaved={saved}
        onClose={onDone}
      >
        <Name />
        {unit.parent && (
          <Form.Item
            name="parent"
            label={t('people.parent')}
            rules={[{ required: true, message: t('common.requiredChoice', { field: t('people.parent') }) }]}
          >
            <RefPicker type="unit" label={units.find((one) => one.id === unit.parent)?.name} />
          </Form.Item>
        )}
      </FormDrawer>
    )
  }
  return (
    <FormDrawer<{ name: string; kind: UnitKind }>
      title={t('people.newUnitUnder', { name: task.parent.name })}
      initial={{ kind: 'DEPARTMENT' }}
      save={(form, key) => createUnit({ ...form, parent: task.parent.id }, key)}
      onSaved={saved}
      onClose={onDone}
    >
      <Name />
      <Form.Item name="kind" label={t('people.unitKind')}>
        <Radio.Group
          optionType="button"
          options={KINDS.map((value) => ({ value, label: labels.value('UnitKind', value) }))}
        />
      </Form.Item>
    </FormDrawer>
  )
}
