import { Button } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { type Language, LANGUAGES, switchLanguage } from '@/shared/i18n'
import styles from './session.module.css'

/** The frame of what is seen before signing in. */
export function Entry({ title, wide = false, children }: { title: string; wide?: boolean; children: ReactNode }) {
  const { t, i18n } = useTranslation()
  const other: Language = i18n.language === 'zh-CN' ? 'en-US' : 'zh-CN'
  useEffect(() => {
    document.title = `${title} · ${t('common.product')}`
  }, [title, t])
  return (
    <main className={styles.page}>
      <div className={styles.card} data-wide={wide}>
        <div className={styles.brand}>
          <img src="/favicon.svg" alt="" width={36} height={36} />
          <div>
            <b>{t('common.product')}</b>
            <div>{t('common.tagline')}</div>
          </div>
        </div>
        <h1>{title}</h1>
        {children}
      </div>
      <Button type="link" onClick={() => void switchLanguage(other)} lang={other}>
        {LANGUAGES[other]}
      </Button>
    </main>
  )
}
