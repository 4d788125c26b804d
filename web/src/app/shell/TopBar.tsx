import {
  BulbOutlined,
  GlobalOutlined,
  MenuOutlined,
  PlusOutlined,
  SearchOutlined,
  WifiOutlined,
} from '@ant-design/icons'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Dropdown, Tooltip } from 'antd'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { features } from '@/app/features'
import { Bell } from '@/app/shell/Bell'
import { appearances, choose, languages } from '@/app/shell/looks'
import { PersonMenu } from '@/app/shell/PersonMenu'
import { useAppearance } from '@/shared/appearance'
import { useLabels } from '@/shared/i18n/labels'
import { allows, useMe } from '@/shared/session'
import { usePhone } from '@/shared/viewport'
import styles from './shell.module.css'

const loadSearch = () => import('@/app/shell/GlobalSearch')
const GlobalSearch = lazy(loadSearch)
const creations = features.flatMap((feature) => feature.creations ?? [])

function NewMenu() {
  const { t } = useTranslation()
  const labels = useLabels()
  const me = useMe()
  const phone = usePhone()
  const navigate = useNavigate()
  const offered = creations.filter((creation) => allows(me, creation.need))
  if (offered.length === 0) return null
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: offered.map((creation) => ({ key: creation.path, label: labels.text(creation.label) })),
        onClick: ({ key }) => void navigate({ to: key }),
      }}
    >
      <Button type="primary" icon={<PlusOutlined aria-hidden />} aria-label={t('shell.new')}>
        {phone ? null : t('shell.new')}
      </Button>
    </Dropdown>
  )
}

function LanguageMenu() {
  const { t, i18n } = useTranslation()
  return (
    <Dropdown
      trigger={['click']}
      menu={{ items: languages, selectedKeys: [i18n.language], onClick: ({ key }) => choose(key) }}
    >
      <Button type="text" icon={<GlobalOutlined aria-hidden />} aria-label={t('shell.language')} />
    </Dropdown>
  )
}

function ThemeMenu() {
  const { t } = useTranslation()
  const appearance = useAppearance()
  return (
    <Dropdown
      trigger={['click']}
      menu={{ items: appearances(t), selectedKeys: [appearance], onClick: ({ key }) => choose(key) }}
    >
      <Button type="text" icon={<BulbOutlined aria-hidden />} aria-label={t('shell.theme')} />
    </Dropdown>
  )
}

interface Props {
  onMenu: () => void
  collapsed: boolean
  connected: boolean
}

export function TopBar({ onMenu, collapsed, connected }: Props) {
  const { t } = useTranslation()
  const phone = usePhone()
  const [searching, setSearching] = useState(false)
  // Fetched when the page has come to rest: whoever presses Ctrl-K types on at once.
  useEffect(() => {
    const timer = window.setTimeout(() => void loadSearch(), 1500)
    return () => window.clearTimeout(timer)
  }, [])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      setSearching(true)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  const menuLabel = phone ? t('shell.menu') : collapsed ? t('shell.expand') : t('shell.collapse')
  return (
    <header className={styles.bar}>
      <Button type="text" icon={<MenuOutlined aria-hidden />} onClick={onMenu} aria-label={menuLabel} />
      {!phone && (
        <Link to="/" className={styles.brand}>
          <img src="/favicon.svg" alt="" width={22} height={22} />
          {t('common.product')}
        </Link>
      )}
      <button
        type="button"
        className={styles.search}
        onClick={() => setSearching(true)}
        aria-label={t('common.search')}
      >
        <SearchOutlined aria-hidden />
        <span>{phone ? t('common.search') : t('shell.searchPlaceholder')}</span>
        {!phone && <kbd>Ctrl K</kbd>}
      </button>
      <span className={styles.spring} />
      {!connected && (
        <Tooltip title={t('shell.live')}>
          <WifiOutlined className={styles.offline} aria-label={t('shell.live')} />
        </Tooltip>
      )}
      <NewMenu />
      <Bell />
      {!phone && <LanguageMenu />}
      {!phone && <ThemeMenu />}
      <PersonMenu />
      <Suspense>{searching && <GlobalSearch onClose={() => setSearching(false)} />}</Suspense>
    </header>
  )
}
