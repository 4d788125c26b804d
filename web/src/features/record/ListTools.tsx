import { DownloadOutlined, KeyOutlined, SettingOutlined } from '@ant-design/icons'
import { Button, Checkbox, Divider, Dropdown, Popover, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Column } from '@/features/record/table'
import type { useColumns } from '@/features/record/useColumns'
import { withQuery, type Query } from '@/shared/api'
import styles from './toolbar.module.css'

interface Props<R> {
  columns: Column<R>[]
  layout: ReturnType<typeof useColumns<R>>
  /** Path of the export and the filters in force; absent where nothing can be exported. */
  exportFrom?: { path: string; query: Query } | undefined
  onKeys: () => void
  phone: boolean
}

function download(path: string, query: Query, format: string): void {
  const link = document.createElement('a')
  link.href = withQuery(`${path}/export`, { ...query, format, language: document.documentElement.lang })
  link.download = ''
  link.click()
}

/** What changes the look of a list, and takes it away. */
export function ListTools<R>({ columns, layout, exportFrom, onKeys, phone }: Props<R>) {
  const { t } = useTranslation()
  const choices = (
    <div className={styles.choices}>
      {columns
        .filter((column) => !column.sticky)
        .map((column) => (
          <Checkbox
            key={column.key}
            checked={layout.isShown(column) === true}
            onChange={(event) => layout.show(column, event.target.checked)}
          >
            {column.title}
          </Checkbox>
        ))}
      <Divider style={{ margin: 0 }} />
      <Checkbox checked={layout.dense} onChange={(event) => layout.setDense(event.target.checked)}>
        {t('common.list.density')}
      </Checkbox>
    </div>
  )
  return (
    <>
      {!phone && (
        <Popover trigger="click" placement="bottomRight" arrow={false} content={choices}>
          <Button icon={<SettingOutlined aria-hidden />}>{t('common.list.columns')}</Button>
        </Popover>
      )}
      {exportFrom && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              { key: 'XLSX', label: t('common.list.exportXlsx') },
              { key: 'CSV', label: t('common.list.exportCsv') },
            ],
            onClick: ({ key }) => download(exportFrom.path, exportFrom.query, key),
          }}
        >
          <Button icon={<DownloadOutlined aria-hidden />}>{t('common.list.export')}</Button>
        </Dropdown>
      )}
      {!phone && (
        <Tooltip title={`${t('common.list.keys')} (?)`}>
          <Button type="text" icon={<KeyOutlined aria-hidden />} onClick={onKeys} aria-label={t('common.list.keys')} />
        </Tooltip>
      )}
    </>
  )
}
