import { DownloadOutlined } from '@ant-design/icons'
import { Button, Skeleton, Space } from 'antd'
import { useTranslation } from 'react-i18next'
import { figure } from '@/shared/figures'
import { withQuery } from '@/shared/api'
import type { Schemas } from '@/shared/contract'
import { ErrorState } from '@/shared/ui/ErrorState'
import { useSlice } from '@/shared/useSlice'
import styles from './importing.module.css'

/** Rows that were not taken, each with why and as it stood in the file. */
export function Rejections({ id, count }: { id: string; count: number }) {
  const { t } = useTranslation()
  const list = useSlice('/api/imports/{id}/rejections', {}, { path: { id }, anew: count })
  const file = (format: Schemas['ExportsFormat']) =>
    withQuery(`/api/imports/${id}/rejections/export`, { format, language: document.documentElement.lang })
  return (
    <section className={styles.sheet}>
      <div className={styles.head}>
        <h2>{t('imports.rejections')}</h2>
        <Space>
          <Button size="small" icon={<DownloadOutlined aria-hidden />} href={file('XLSX')} download>
            {t('common.list.exportXlsx')}
          </Button>
          <Button size="small" icon={<DownloadOutlined aria-hidden />} href={file('CSV')} download>
            {t('common.list.exportCsv')}
          </Button>
        </Space>
      </div>
      {list.error ? (
        <ErrorState problem={list.error} onRetry={list.retry} />
      ) : list.loading ? (
        <Skeleton active title={false} />
      ) : (
        <ul className={styles.rejections}>
          {list.rows.map((row) => (
            <li key={`${row.line}${row.reason}`}>
              <span className={styles.line}>{t('imports.line', { line: figure(row.line) })}</span>
              <b>{row.reason}</b>
              <code>{row.text}</code>
            </li>
          ))}
        </ul>
      )}
      {list.hasMore && (
        <Button onClick={list.loadMore} loading={list.loadingMore}>
          {t('common.list.loadMore')}
        </Button>
      )}
    </section>
  )
}
