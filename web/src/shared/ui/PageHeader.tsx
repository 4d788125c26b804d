import type { ReactNode } from 'react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './page.module.css'

interface Props {
  title: string
  /** A sentence under the title, only where the title does not say enough. */
  subtitle?: ReactNode
  actions?: ReactNode
}

/** The heading of a page; names the browser tab as well. */
export function PageHeader({ title, subtitle, actions }: Props) {
  const { t } = useTranslation()
  const product = t('common.product')
  useEffect(() => {
    document.title = `${title} · ${product}`
  }, [title, product])
  return (
    <header className={styles.header}>
      <div>
        <h1 className={styles.title}>{title}</h1>
        {subtitle && <div className={styles.subtitle}>{subtitle}</div>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  )
}
