import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, InputNumber, Select, Space } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLabels } from '@/shared/i18n/labels'
import { useCan } from '@/shared/session'
import { FormDrawer } from '@/shared/ui/FormDrawer'
import { Loaded } from '@/shared/ui/Loaded'
import { ReasonField } from '@/shared/ui/ReasonDrawer'
import styles from './agreement.module.css'
import { type ChangeForm, type Known, knownQuery, saveChanges, toForm } from './changes'

function Fields() {
  const { t } = useTranslation()
  const labels = useLabels()
  return (
    <>
      {labels.options('ClockChange').map(({ value, label }) => (
        <Form.Item key={value} name={['effects', value]} label={label}>
          <Select options={labels.options('ChangeEffect')} />
        </Form.Item>
      ))}
      <h3>{t('agreements.pauses')}</h3>
      <p className={styles.quiet}>{t('agreements.pausesHint')}</p>
      {labels.options('WaitReason').map(({ value, label }) => (
        <Form.Item key={value} label={label}>
          <Space wrap>
            <Form.Item name={['pauses', value, 'times']} noStyle>
              <InputNumber
                min={0}
                max={100}
                precision={0}
                placeholder={t('agreements.times')}
                aria-label={`${label} ${t('agreements.times')}`}
                style={{ width: 160 }}
              />
            </Form.Item>
            <Form.Item name={['pauses', value, 'hours']} noStyle>
              <InputNumber
                min={0.25}
                step={0.25}
                max={2000}
                placeholder={t('agreements.longest')}
                aria-label={`${label} ${t('agreements.longest')}`}
                style={{ width: 200 }}
              />
            </Form.Item>
          </Space>
        </Form.Item>
      ))}
      <ReasonField />
    </>
  )
}

function Shown({ known }: { known: Known }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const { effects, pauses } = toForm(known)
  return (
    <>
      <p className={styles.quiet}>{t('agreements.rulesHint')}</p>
      <dl className={styles.facts}>
        {labels.options('ClockChange').map(({ value, label }) => (
          <div key={value}>
            <dt>{label}</dt>
            <dd>{labels.value('ChangeEffect', effects[value] ?? 'CONTINUE')}</dd>
          </div>
        ))}
      </dl>
      <h3>{t('agreements.pauses')}</h3>
      <p className={styles.quiet}>{t('agreements.pausesHint')}</p>
      <dl className={styles.facts}>
        {labels.options('WaitReason').map(({ value, label }) => (
          <div key={value}>
            <dt>{label}</dt>
            <dd>
              {[
                pauses[value]?.times != null && t('agreements.timesAtMost', { count: pauses[value].times }),
                pauses[value]?.hours != null && t('agreements.hoursAtMost', { hours: pauses[value].hours }),
              ]
                .filter(Boolean)
                .join(t('common.comma')) || t('agreements.unlimited')}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

/** What a change of the record does to its running limits, and how long these may stand still. */
export function ChangeRules() {
  const { t } = useTranslation()
  const may = useCan('setting:change')
  const queries = useQueryClient()
  const known = useQuery(knownQuery)
  const [editing, setEditing] = useState(false)
  return (
    <Loaded query={known}>
      {(found) => (
        <>
          {may && <Button onClick={() => setEditing(true)}>{t('common.edit')}</Button>}
          <Shown known={found} />
          {editing && (
            <FormDrawer<ChangeForm>
              title={t('agreements.tabs.rules')}
              initial={toForm(found)}
              save={(form) =>
                saveChanges(form, found).finally(() => queries.invalidateQueries({ queryKey: ['settings'] }))
              }
              onSaved={() => {
                setEditing(false)
                void queries.invalidateQueries({ queryKey: ['settings'] })
              }}
              onClose={() => setEditing(false)}
            >
              <Fields />
            </FormDrawer>
          )}
        </>
      )}
    </Loaded>
  )
}
