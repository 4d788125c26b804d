import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Descriptions, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { useAccountWords } from '@/shared/i18n/account'
import { useLabels } from '@/shared/i18n/labels'
import { formatInstant } from '@/shared/time'
import { FormDrawer } from '@/shared/ui/FormDrawer'
import { InstantPicker } from '@/shared/ui/InstantPicker'
import { type Account, particularsQuery, type Person, personQuery, setParticulars } from './api'
import styles from './identity.module.css'

function Fields() {
  const labels = useLabels()
  const { t } = useAccountWords()
  return (
    <>
      <Form.Item name="accountClass" label={labels.field('accountClass')}>
        <Radio.Group optionType="button" options={labels.options('AccountClass')} />
      </Form.Item>
      <Form.Item name="staffNumber" label={labels.field('staffNumber')}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item name="post" label={labels.field('post')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="endsAt" label={labels.field('endsAt')} extra={t('requestEndHint')}>
        <InstantPicker />
      </Form.Item>
    </>
  )
}

/** Whose account it is, and when it ends by itself. */
export function Particulars({ person }: { person: Person }) {
  const { t } = useAccountWords()
  const labels = useLabels()
  const queries = useQueryClient()
  const [editing, setEditing] = useState(false)
  // Whoever manages people elsewhere only is not told; nothing is shown then.
  const { data } = useQuery({ ...particularsQuery(person.id), retry: false })
  if (!data) return null
  return (
    <>
      <h3 className={styles.subtitle}>{t('particulars')}</h3>
      <Descriptions
        column={1}
        size="small"
        items={[
          {
            key: 'class',
            label: labels.field('accountClass'),
            children: labels.value('AccountClass', data.accountClass),
          },
          { key: 'staff', label: labels.field('staffNumber'), children: data.staffNumber ?? '—' },
          { key: 'post', label: labels.field('post'), children: data.post ?? '—' },
          {
            key: 'ends',
            label: labels.field('endsAt'),
            children: data.endsAt ? formatInstant(data.endsAt) : t('noEnd'),
          },
        ]}
      />
      <Button style={{ marginTop: 8 }} onClick={() => setEditing(true)}>
        {t('particularsEdit')}
      </Button>
      {editing && (
        <FormDrawer<Account>
          title={`${t('particularsEdit')} · ${person.name}`}
          initial={data}
          save={(account) => setParticulars(person.id, account)}
          onSaved={() => {
            setEditing(false)
            void queries.invalidateQueries({ queryKey: particularsQuery(person.id).queryKey })
            void queries.invalidateQueries({ queryKey: personQuery(person.id).queryKey })
          }}
          onClose={() => setEditing(false)}
        >
          <Fields />
        </FormDrawer>
      )}
    </>
  )
}
