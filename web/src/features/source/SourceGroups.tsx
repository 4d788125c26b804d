import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Popconfirm, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefPicker } from '@/features/record/RefPicker'
import type { Schemas } from '@/shared/contract'
import { useAccountWords } from '@/shared/i18n/account'
import { useBusinessRoles, useRoleName } from '@/shared/roles'
import { FormDrawer } from '@/shared/ui/FormDrawer'
import { Loaded } from '@/shared/ui/Loaded'
import { problemText } from '@/shared/ui/problemText'
import { mapGroup, type Mapping, mappingsQuery, type Source, unmapGroup } from './api'
import styles from './source.module.css'

type Answers = Schemas['SourceActMapGroup']

function MappingForm({ source, onDone }: { source: Source; onDone: () => void }) {
  const { t } = useAccountWords()
  const { t: common } = useTranslation()
  const options = useBusinessRoles()
  const choose = (field: string) => [{ required: true, message: common('common.requiredChoice', { field }) }]
  return (
    <FormDrawer<Answers>
      title={t('sourceMapTitle')}
      initial={{}}
      save={(answers, key) => mapGroup(source.id, answers, key)}
      onSaved={onDone}
      onClose={onDone}
    >
      <Form.Item
        name="group"
        label={t('sourceGroup')}
        extra={t(source.kind === 'LDAP' ? 'sourceGroupDn' : 'sourceGroupName')}
        rules={[{ required: true, whitespace: true, message: common('common.required', { field: t('sourceGroup') }) }]}
      >
        <Input maxLength={400} spellCheck={false} autoFocus />
      </Form.Item>
      <Form.Item name="role" label={t('requestRole')} rules={choose(t('requestRole'))}>
        <Select options={options} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item name="unit" label={t('requestUnit')} rules={choose(t('requestUnit'))}>
        <RefPicker type="unit" />
      </Form.Item>
    </FormDrawer>
  )
}

function Line({ source, mapping }: { source: Source; mapping: Mapping }) {
  const { t } = useAccountWords()
  const nameOf = useRoleName()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const remove = useMutation({
    mutationFn: () => unmapGroup(source.id, mapping.id),
    onSuccess: () => queries.invalidateQueries({ queryKey: mappingsQuery(source.id).queryKey }),
    onError: (error) => void message.error(problemText(error)),
  })
  return (
    <li>
      <div>
        <b>{nameOf(mapping.role)}</b> · {mapping.unit.name}
        <div className={styles.faint}>{mapping.group}</div>
      </div>
      <Popconfirm
        title={t('sourceUnmapSure')}
        okText={t('requestRemove')}
        okButtonProps={{ danger: true }}
        onConfirm={() => remove.mutateAsync().catch(() => undefined)}
      >
        <Button type="text" icon={<DeleteOutlined />} aria-label={t('requestRemove')} loading={remove.isPending} />
      </Popconfirm>
    </li>
  )
}

/** Which groups of the source bring which roles. */
export function SourceGroups({ source }: { source: Source }) {
  const { t } = useAccountWords()
  const queries = useQueryClient()
  const mappings = useQuery(mappingsQuery(source.id))
  const [adding, setAdding] = useState(false)
  const done = () => {
    setAdding(false)
    void queries.invalidateQueries({ queryKey: mappingsQuery(source.id).queryKey })
  }
  return (
    <>
      <h3 className={styles.subtitle}>{t('sourceMappings')}</h3>
      <p className={styles.hint}>{t('sourceMappingsHint')}</p>
      <Loaded query={mappings}>
        {(all) => (
          <ul className={styles.lines}>
            {all.length === 0 && <li className={styles.faint}>{t('sourceMappingsNone')}</li>}
            {all.map((mapping) => (
              <Line key={mapping.id} source={source} mapping={mapping} />
            ))}
          </ul>
        )}
      </Loaded>
      <Button icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>
        {t('sourceMap')}
      </Button>
      {adding && <MappingForm source={source} onDone={done} />}
    </>
  )
}
