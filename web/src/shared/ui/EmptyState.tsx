import { InboxOutlined, FilterOutlined, LockOutlined, SettingOutlined, CompassOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './state.module.css'

type EmptyKind = 'nothing' | 'filtered' | 'unconfigured' | 'forbidden' | 'limit' | 'notFound'

const ICONS: Record<EmptyKind, ReactNode> = {
  nothing: <InboxOutlined />,
  filtered: <FilterOutlined />,
  unconfigured: <SettingOutlined />,
  forbidden: <LockOutlined />,
  limit: <FilterOutlined />,
  notFound: <CompassOutlined />,
}

interface Props {
  kind: EmptyKind
  /** What would be here, when the general text says too little. */
  title?: ReactNode
  hint?: ReactNode
  /** The next step. */
  action?: ReactNode
  /** In a part of a page that has others beside it. */
  compact?: boolean
}

/** Why there is nothing to see, and what to do about it. */
export function EmptyState({ kind, title, hint, action, compact = false }: Props) {
  const { t } = useTranslation()
  const hints: Partial<Record<EmptyKind, string>> = {
    filtered: t('common.empty.filteredHint'),
    forbidden: t('common.empty.forbiddenHint'),
    limit: t('common.empty.limitHint'),
    notFound: t('common.empty.notFoundHint'),
  }
  return (
    <div className={styles.state} data-compact={compact} role="status">
      <span className={styles.icon} aria-hidden>
        {ICONS[kind]}
      </span>
      <div className={styles.title}>{title ?? t(`common.empty.${kind}`)}</div>
      {(hint ?? hints[kind]) && <div className={styles.hint}>{hint ?? hints[kind]}</div>}
      {action}
    </div>
  )
}
