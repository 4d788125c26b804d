import { Button, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { RefPicker } from '@/features/record/RefPicker'
import styles from './approval.module.css'

/** What must hold of the operation, or of the thing it is done to. */
export function Conditions({ name }: { name: (string | number)[] }) {
  const { t } = useTranslation()
  return (
    <Form.List name={name}>
      {(fields, { add, remove }) => (
        <>
          {fields.map((field) => (
            <div key={field.key} className={styles.pair}>
              <Form.Item name={[field.name, 'field']} noStyle rules={[{ required: true, message: '' }]}>
                <Input aria-label={t('approvals.rules.field')} placeholder={t('approvals.rules.field')} />
              </Form.Item>
              <Form.Item name={[field.name, 'values']} noStyle rules={[{ required: true, message: '' }]}>
                <Select
                  mode="tags"
                  aria-label={t('approvals.rules.values')}
                  placeholder={t('approvals.rules.values')}
                  open={false}
                />
              </Form.Item>
              <Button type="link" danger onClick={() => remove(field.name)}>
                {t('common.remove')}
              </Button>
            </div>
          ))}
          <Button size="small" onClick={() => add({ values: [] })}>
            {t('approvals.rules.addCondition')}
          </Button>
        </>
      )}
    </Form.List>
  )
}

/** People by name. */
export function People({ name }: { name: (string | number)[] }) {
  const { t } = useTranslation()
  return (
    <Form.List name={name}>
      {(fields, { add, remove }) => (
        <>
          {fields.map((field) => (
            <div key={field.key} className={styles.blockHead}>
              <Form.Item name={field.name} noStyle>
                <RefPicker type="person" aria-label={t('field.person')} />
              </Form.Item>
              <Button type="link" danger onClick={() => remove(field.name)}>
                {t('common.remove')}
              </Button>
            </div>
          ))}
          <Button size="small" onClick={() => add()}>
            {t('approvals.rules.addPerson')}
          </Button>
        </>
      )}
    </Form.List>
  )
}
