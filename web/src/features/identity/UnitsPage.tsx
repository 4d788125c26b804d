import { PlusOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLabels } from '@/shared/i18n/labels'
import { useCan } from '@/shared/session'
import { EmptyState } from '@/shared/ui/EmptyState'
import { FormDrawer } from '@/shared/ui/FormDrawer'
import { Loaded } from '@/shared/ui/Loaded'
import { PageHeader } from '@/shared/ui/PageHeader'
import { createUnit, renameUnit, unitsQuery, type Unit, type UnitKind } from './api'
import styles from './identity.module.css'
import { Tabs } from './Tabs'
import { UnitTree } from './UnitTree'

type Task = { kind: 'create'; parent: Unit | undefined } | { kind: 'rename'; unit: Unit }

function Name() {
  const { t } = useTranslation()
  return (
    <Form.Item
      name="name"
      label={t('people.name')}
      rules={[{ required: true, whitespace: true, message: t('common.required', { field: t('people.name') }) }]}
    >
      <Input maxLength={100} autoFocus />
    </Form.Item>
  )
}

function UnitForm({ task, onDone }: { task: Task; onDone: () => void }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const queries = useQueryClient()
  const saved = () => {
    onDone()
    void queries.invalidateQueries({ queryKey: ['units'] })
  }
  if (task.kind === 'rename')
    return (
      <FormDrawer<{ name: string }>
        title={t('people.renameUnit')}
        initial={{ name: task.unit.name }}
        save={({ name }) => renameUnit(task.unit.id, name)}
        onSaved={saved}
        onClose={onDone}
      >
        <Name />
      </FormDrawer>
    )
  const kinds: UnitKind[] = task.parent ? ['BRANCH', 'DEPARTMENT'] : ['HEADQUARTERS']
  return (
    <FormDrawer<{ name: string; kind: UnitKind }>
      title={task.parent ? t('people.newUnitUnder', { name: task.parent.name }) : t('people.newUnit')}
      initial={{ kind: task.parent ? 'DEPARTMENT' : 'HEADQUARTERS' }}
      save={(form, key) => createUnit({ ...form, parent: task.parent?.id ?? null }, key)}
      onSaved={saved}
      onClose={onDone}
    >
      <Name />
      <Form.Item name="kind" label={t('people.unitKind')}>
        <Radio.Group
          optionType="button"
          options={kinds.map((value) => ({ value, label: labels.value('UnitKind', value) }))}
        />
      </Form.Item>
    </FormDrawer>
  )
}

export default function UnitsPage() {
  const { t } = useTranslation()
  const labels = useLabels()
  const may = useCan('unit:manage')
  const units = useQuery(unitsQuery)
  const [selected, setSelected] = useState<string>()
  const [task, setTask] = useState<Task>()
  const unit = units.data?.find((one) => one.id === selected)
  return (
    <>
      <PageHeader title={t('people.title')} />
      <Tabs />
      <Loaded query={units}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState kind="unconfigured" />
          ) : (
            <div className={styles.twoPanes}>
              <div className={styles.pane}>
                <UnitTree units={all} selected={selected} onSelect={setSelected} />
              </div>
              <div className={styles.pane}>
                {unit ? (
                  <>
                    <h2 className={styles.paneTitle}>{unit.name}</h2>
                    <p className={styles.hint}>{labels.value('UnitKind', unit.kind)}</p>
                    <div className={styles.buttons}>
                      <Link to="/people" search={{ unit: unit.id } as never}>
                        <Button>{t('people.seePeople')}</Button>
                      </Link>
                      {may && (
                        <>
                          <Button onClick={() => setTask({ kind: 'rename', unit })}>{t('people.renameUnit')}</Button>
                          <Button
                            type="primary"
                            icon={<PlusOutlined aria-hidden />}
                            onClick={() => setTask({ kind: 'create', parent: unit })}
                          >
                            {t('people.newUnit')}
                          </Button>
                        </>
                      )}
                    </div>
                  </>
                ) : (
                  <EmptyState kind="nothing" title={t('people.chooseUnit')} />
                )}
              </div>
            </div>
          )
        }
      </Loaded>
      {task && <UnitForm task={task} onDone={() => setTask(undefined)} />}
    </>
  )
}
