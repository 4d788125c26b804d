import { CopyOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useAccountWords } from '@/shared/i18n/account'
import styles from './account.module.css'

/** The only time they are seen. */
export function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const { t } = useAccountWords()
  const { message } = App.useApp()
  const copy = async () => {
    await navigator.clipboard?.writeText(codes.join('\n'))
    void message.success(t('copied'))
  }
  return (
    <section aria-label={t('recoveryTitle')}>
      <h3 className={styles.subtitle}>{t('recoveryTitle')}</h3>
      <p className={styles.hint}>{t('recoveryHint')}</p>
      <ul className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button type="primary" onClick={onKept}>
          {t('recoveryKept')}
        </Button>
        {window.isSecureContext && (
          <Button icon={<CopyOutlined aria-hidden />} onClick={() => void copy()}>
            {t('copy')}
          </Button>
        )}
      </div>
    </section>
  )
}
