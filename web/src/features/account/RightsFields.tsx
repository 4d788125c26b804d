import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { RefPicker } from '@/features/record/RefPicker'
import { useAccountWords } from '@/shared/i18n/account'
import { useLabels } from '@/shared/i18n/labels'
import { useBusinessRoles } from '@/shared/roles'
import styles from './account.module.css'

/** The roles that are asked for, each over a unit. */
export function RightsFields({ unit }: { unit: { id: string; name: string } | undefined }) {
  const { t } = useTranslation()
  const { t: word } = useAccountWords()
  const labels = useLabels()
  const roles = useBusinessRoles()
  const choose = (field: string) => [{ required: true, message: t('common.requiredChoice', { field }) }]
  return (
    <Form.Item label={labels.field('rights')} extra={word('requestRightsHint')}>
      <Form.List name="rights">
        {(rows, { add, remove }) => (
          <>
            {rows.map((row) => (
              <div key={row.key} className={styles.right}>
                <Form.Item name={[row.name, 'role']} rules={choose(word('requestRole'))} noStyle>
                  <Select
                    options={roles}
                    showSearch={{ optionFilterProp: 'label' }}
                    placeholder={word('requestRole')}
                    aria-label={word('requestRole')}
                  />
                </Form.Item>
                <Form.Item name={[row.name, 'unit']} rules={choose(word('requestUnit'))} noStyle>
                  <RefPicker type="unit" aria-label={word('requestUnit')} />
                </Form.Item>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={word('requestRemove')}
                  onClick={() => remove(row.name)}
                />
              </div>
            ))}
            <Button icon={<PlusOutlined aria-hidden />} onClick={() => add({ unit: unit?.id })}>
              {word('requestAddRight')}
            </Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  )
}
