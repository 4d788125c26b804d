import { InboxOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Form, Select, Upload } from 'antd'
import type { UploadFile } from 'antd/es/upload'
import { useTranslation } from 'react-i18next'
import { RefPicker } from '@/features/record/RefPicker'
import { useMe } from '@/shared/session'
import { FormDrawer } from '@/shared/ui/FormDrawer'
import { mappingsQuery, upload } from './api'
import styles from './importing.module.css'

interface UploadForm {
  files: UploadFile[]
  mapping: string
  unit: string
}

const filesOf = (event: { fileList: UploadFile[] }) => event.fileList.slice(-1)

/** Choose the file and how its columns are to be read. Nothing is written before the preview was seen. */
export function UploadDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const me = useMe()
  const navigate = useNavigate()
  const mappings = useQuery(mappingsQuery)
  const send = async ({ files, mapping, unit }: UploadForm, key: string) => {
    const file = files[0]?.originFileObj
    if (!file) return
    const { id } = await upload(file, mapping, unit, key)
    void navigate({ to: `/imports/${id}` })
  }
  return (
    <FormDrawer<UploadForm>
      title={t('imports.new')}
      initial={{ files: [], ...(me && { unit: me.unit.id }) }}
      saveText={t('imports.preview')}
      save={send}
      onSaved={onClose}
      onClose={onClose}
    >
      <Form.Item
        name="files"
        label={t('imports.file')}
        valuePropName="fileList"
        getValueFromEvent={filesOf}
        rules={[{ type: 'array', min: 1, message: t('common.requiredChoice', { field: t('imports.file') }) }]}
      >
        <Upload.Dragger accept=".csv,.gz,text/csv" maxCount={1} beforeUpload={() => false}>
          <InboxOutlined aria-hidden className={styles.inbox ?? ''} />
          <p>{t('imports.drop')}</p>
          <p className={styles.hint}>{t('imports.dropHint')}</p>
        </Upload.Dragger>
      </Form.Item>
      <Form.Item
        name="mapping"
        label={t('imports.mapping')}
        extra={t('imports.mappingHint')}
        rules={[{ required: true, message: t('common.requiredChoice', { field: t('imports.mapping') }) }]}
      >
        <Select
          loading={mappings.isPending}
          placeholder={t('common.placeholder.choose')}
          options={(mappings.data ?? []).map((one) => ({ value: one.id, label: one.name }))}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['mapping']}>
        {({ getFieldValue }) => {
          const chosen = mappings.data?.find((one) => one.id === getFieldValue('mapping'))
          return chosen?.columns ? (
            <p className={styles.columns}>
              {t('imports.columns')} {chosen.columns.join(', ')}
            </p>
          ) : null
        }}
      </Form.Item>
      <Form.Item
        name="unit"
        label={t('imports.unit')}
        extra={t('imports.unitHint')}
        rules={[{ required: true, message: t('common.requiredChoice', { field: t('imports.unit') }) }]}
      >
        <RefPicker type="unit" label={me?.unit.name} />
      </Form.Item>
    </FormDrawer>
  )
}
