import { CheckCircleOutlined, WarningOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Input, Upload } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { figure } from '@/shared/figures'
import { useCan } from '@/shared/session'
import { formatDay } from '@/shared/time'
import { problemText } from '@/shared/ui/problemText'
import { checkAnchors } from './api'
import styles from './ledger.module.css'

/** Anchors that were kept elsewhere, against what the ledger says today. */
export function AnchorCheck() {
  const { t } = useTranslation()
  const may = useCan('audit:verify')
  const [text, setText] = useState('')
  const check = useMutation({ mutationFn: checkAnchors })
  if (!may) return null
  const take = (file: File) => {
    void file.text().then(setText)
    return false
  }
  return (
    <section className={styles.sheet}>
      <h2>{t('ledger.check')}</h2>
      <p className={styles.faint}>{t('ledger.checkHint')}</p>
      <Input.TextArea
        rows={4}
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder={t('ledger.checkPaste')}
        aria-label={t('ledger.checkPaste')}
      />
      <div className={styles.buttons}>
        <Upload accept=".jsonl,.json,.txt" showUploadList={false} beforeUpload={take}>
          <Button>{t('ledger.checkChoose')}</Button>
        </Upload>
        <Button type="primary" disabled={!text.trim()} loading={check.isPending} onClick={() => check.mutate(text)}>
          {t('ledger.checkNow')}
        </Button>
      </div>
      {check.isError && <Alert type="error" showIcon title={problemText(check.error)} />}
      {check.data && (
        <ul className={styles.rows} aria-live="polite">
          {check.data.map((one) => (
            <li key={`${one.day} ${one.block}`}>
              <span>
                <b>{formatDay(one.day)}</b> {t('ledger.inBlock', { block: figure(one.block) })}
              </span>
              {one.fault ? (
                <span className={styles.bad}>
                  <WarningOutlined aria-hidden /> {t(`ledger.faults.${one.fault}`)}
                </span>
              ) : (
                <span className={styles.good}>
                  <CheckCircleOutlined aria-hidden /> {t('ledger.matches')}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
