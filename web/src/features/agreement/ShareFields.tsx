import { PlusOutlined } from '@ant-design/icons'
import { Button, Form, InputNumber, Space } from 'antd'
import { useTranslation } from 'react-i18next'

/** How our own lines share the time there is for restoration; together they have all of it. */
export function ShareFields() {
  const { t } = useTranslation()
  return (
    <Form.Item label={t('agreements.shares')}>
      <Form.List name="shares">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <Space key={key} align="baseline" wrap>
                <Form.Item name={[name, 'line']} noStyle>
                  <InputNumber min={1} max={9} precision={0} aria-label={t('agreements.line', { line: '' })} />
                </Form.Item>
                <Form.Item name={[name, 'percent']} noStyle>
                  <InputNumber min={1} max={100} precision={0} suffix="%" aria-label={t('agreements.shares')} />
                </Form.Item>
                <Button size="small" type="link" danger onClick={() => remove(name)}>
                  {t('common.delete')}
                </Button>
              </Space>
            ))}
            <div>
              <Button
                icon={<PlusOutlined aria-hidden />}
                onClick={() => add({ line: fields.length + 1, percent: fields.length === 0 ? 100 : 1 })}
              >
                {t('agreements.addShare')}
              </Button>
            </div>
          </>
        )}
      </Form.List>
    </Form.Item>
  )
}
