import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Drawer, Form, Input, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefPicker } from '@/features/record/RefPicker'
import { useMe } from '@/shared/session'
import { FormDrawer } from '@/shared/ui/FormDrawer'
import { Loaded } from '@/shared/ui/Loaded'
import { usePhone } from '@/shared/viewport'
import { keepMapping, type Mapping, mappingQuery, mappingsQuery, type MappingView } from './api'
import styles from './importing.module.css'

interface Editing {
  view: MappingView
  copy: boolean
}

function notJson(text: string): string | undefined {
  try {
    JSON.parse(text)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
}

function Editor({ mapping, copy, onDone }: { mapping: Mapping; copy: boolean; onDone: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const me = useMe()
  const begin = copy
    ? { ...mapping, id: `${mapping.id}-2`.slice(0, 60), name: t('imports.copyOf', { name: mapping.name }) }
    : mapping
  return (
    <FormDrawer<{ text: string; unit: string }>
      title={copy ? t('imports.newMapping') : t('imports.editMapping', { name: mapping.name })}
      initial={{ text: JSON.stringify(begin, null, 2), ...(me && { unit: me.unit.id }) }}
      save={({ text, unit }) => keepMapping(JSON.parse(text) as Mapping, unit)}
      onSaved={() => {
        onDone()
        void queries.invalidateQueries({ queryKey: mappingsQuery.queryKey })
      }}
      onClose={onDone}
    >
      <Form.Item
        name="unit"
        label={t('imports.mappingUnit')}
        rules={[{ required: true, message: t('common.requiredChoice', { field: t('imports.mappingUnit') }) }]}
      >
        <RefPicker type="unit" label={me?.unit.name} />
      </Form.Item>
      <Form.Item
        name="text"
        label={t('imports.mappingText')}
        extra={t('imports.mappingTextHint')}
        rules={[
          {
            validator: (_rule, text: string) => {
              const detail = notJson(text)
              return detail === undefined
                ? Promise.resolve()
                : Promise.reject(new Error(t('imports.notJson', { detail })))
            },
          },
        ]}
      >
        <Input.TextArea autoSize={{ minRows: 16, maxRows: 32 }} spellCheck={false} className={styles.code ?? ''} />
      </Form.Item>
    </FormDrawer>
  )
}

/** The ways in which columns are read: those of the product, and one's own. */
export function MappingsDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const phone = usePhone()
  const mappings = useQuery(mappingsQuery)
  const [editing, setEditing] = useState<Editing>()
  const chosen = useQuery({ ...mappingQuery(editing?.view.id ?? ''), enabled: Boolean(editing) })
  if (editing && chosen.data)
    return <Editor mapping={chosen.data} copy={editing.copy} onDone={() => setEditing(undefined)} />
  return (
    <Drawer open title={t('imports.mapping')} onClose={onClose} size={phone ? '100%' : 560}>
      <p className={styles.hint}>{t('imports.mappingsHint')}</p>
      <Loaded query={mappings}>
        {(all) => (
          <ul className={styles.rejections}>
            {all.map((view) => (
              <li key={view.id}>
                <div className={styles.head}>
                  <span>
                    <b>{view.name}</b> {view.shipped && <Tag>{t('imports.shipped')}</Tag>}
                  </span>
                  <span className={styles.head}>
                    {!view.shipped && (
                      <Button size="small" onClick={() => setEditing({ view, copy: false })}>
                        {t('common.edit')}
                      </Button>
                    )}
                    <Button size="small" onClick={() => setEditing({ view, copy: true })}>
                      {t('imports.copyMapping')}
                    </Button>
                  </span>
                </div>
                <p className={styles.columns}>
                  {t('imports.columns')} {view.columns.join(', ')}
                </p>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Drawer>
  )
}
