import { useQuery } from '@tanstack/react-query'
import { AutoComplete, Button, Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd'
import { ManySelect } from '@/shared/ui/ManySelect'
import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { useLabels } from '@/shared/i18n/labels'
import { rolesQuery } from '@/shared/roles'
import { FormDrawer } from '@/shared/ui/FormDrawer'
import { ReasonField } from '@/shared/ui/ReasonDrawer'
import styles from './approval.module.css'
import { Conditions, People } from './RuleParts'
import { newRule, newStage, type Rule, type RuleForm, toForm } from './rules'

interface Props {
  rule: Rule | undefined
  save: (form: RuleForm) => Promise<unknown>
  onSaved: () => void
  onClose: () => void
}

const commands = (): { value: string; label: string }[] =>
  Object.entries(i18next.getResource(i18next.language, 'translation', 'command') as Record<string, string>)
    .filter(([name]) => !name.startsWith('Imported'))
    .map(([value, label]) => ({ value, label: `${label} (${value})` }))

/** Typed part of the label, which holds the name in code as well. */
const fits = (typed: string, option?: { label: string }): boolean =>
  Boolean(option?.label.toLowerCase().includes(typed.toLowerCase()))

function StageFields({ at, onRemove }: { at: number; onRemove: (() => void) | undefined }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const roles = useQuery(rolesQuery)
  const options = (roles.data ?? []).map((role) => ({ value: role.code, label: labels.value('Role', role.code) }))
  const asked = Form.useWatch(['stages', at]) as RuleForm['stages'][number] | undefined
  const required = [{ required: true, message: t('common.requiredChoice', { field: t('approvals.rules.whom') }) }]
  return (
    <div className={styles.block}>
      <div className={styles.blockHead}>
        <b>{t('approvals.rules.stage', { number: at + 1 })}</b>
        {onRemove && (
          <Button size="small" type="link" danger onClick={onRemove}>
            {t('common.remove')}
          </Button>
        )}
      </div>
      <Form.Item
        name={[at, 'name']}
        label={t('approvals.rules.stageName')}
        rules={[
          {
            required: true,
            whitespace: true,
            message: t('common.required', { field: t('approvals.rules.stageName') }),
          },
        ]}
      >
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name={[at, 'whom']} label={t('approvals.rules.whom')}>
        <Radio.Group optionType="button" options={labels.options('StageWhom')} />
      </Form.Item>
      {asked?.whom === 'ROLES' && (
        <>
          <Form.Item name={[at, 'roles']} label={t('approvals.rules.roles')} rules={required}>
            <ManySelect options={options} showSearch={{ optionFilterProp: 'label' }} />
          </Form.Item>
          <Form.Item name={[at, 'where']} label={t('approvals.rules.where')}>
            <Radio.Group optionType="button" options={labels.options('StageWhere')} />
          </Form.Item>
        </>
      )}
      {asked?.whom === 'PEOPLE' && (
        <Form.Item label={t('approvals.rules.whom')}>
          <People name={[at, 'people']} />
        </Form.Item>
      )}
      <Form.Item name={[at, 'mode']} label={t('approvals.rules.mode')}>
        <Radio.Group optionType="button" options={labels.options('StageMode')} />
      </Form.Item>
      {(asked?.mode === 'QUORUM' || asked?.mode === 'PERCENT') && (
        <Form.Item
          name={[at, 'count']}
          label={t(asked.mode === 'QUORUM' ? 'approvals.rules.count' : 'approvals.rules.percent')}
          rules={[{ required: true, message: t('common.required', { field: t('approvals.rules.count') }) }]}
        >
          <InputNumber min={1} max={100} precision={0} />
        </Form.Item>
      )}
      <Form.Item name={[at, 'onRejection']} label={t('approvals.rules.onRejection')}>
        <Radio.Group optionType="button" options={labels.options('StageRejection')} />
      </Form.Item>
      <Form.Item name={[at, 'hours']} label={t('approvals.rules.limit')}>
        <InputNumber min={0.25} max={720} step={1} suffix={t('common.unit.hours')} />
      </Form.Item>
      <Form.Item name={[at, 'onTheSpot']} valuePropName="checked">
        <Checkbox>{t('approvals.rules.onTheSpot')}</Checkbox>
      </Form.Item>
      <Form.Item label={t('approvals.rules.onlyIf')}>
        <Conditions name={[at, 'when']} />
      </Form.Item>
    </div>
  )
}

/** One rule: what it holds, and through which stages it goes. */
export function RuleDrawer({ rule, save, onSaved, onClose }: Props) {
  const { t } = useTranslation()
  const labels = useLabels()
  const kinds = labels.options('Kind').filter((kind) => kind.value !== 'APPROVAL')
  return (
    <FormDrawer<RuleForm>
      title={rule ? labels.command(rule.operation) : t('approvals.rules.new')}
      initial={rule ? toForm(rule) : newRule()}
      save={save}
      onSaved={onSaved}
      onClose={onClose}
    >
      <Form.Item
        name="operation"
        label={t('field.operation')}
        rules={[{ required: true, whitespace: true, message: t('common.required', { field: t('field.operation') }) }]}
      >
        <AutoComplete options={commands()} showSearch={{ filterOption: fits }} />
      </Form.Item>
      <Form.Item name="kind" label={t('approvals.rules.kind')}>
        <Select allowClear options={kinds} placeholder={t('approvals.rules.anyKind')} />
      </Form.Item>
      <Form.Item label={t('approvals.rules.onlyIf')} extra={t('approvals.rules.onlyIfHint')}>
        <Conditions name={['when']} />
      </Form.Item>
      <Form.List name="stages">
        {(fields, { add, remove }) => (
          <>
            {fields.map((field) => (
              <StageFields
                key={field.key}
                at={field.name}
                onRemove={fields.length > 1 ? () => remove(field.name) : undefined}
              />
            ))}
            <Button onClick={() => add(newStage())} style={{ marginBottom: 16 }}>
              {t('approvals.rules.addStage')}
            </Button>
          </>
        )}
      </Form.List>
      <Form.Item name="breakGlass" valuePropName="checked">
        <Checkbox>{t('approvals.rules.breakGlass')}</Checkbox>
      </Form.Item>
      <ReasonField />
    </FormDrawer>
  )
}
