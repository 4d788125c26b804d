import { Link, useLocation } from '@tanstack/react-router'
import { Menu, type MenuProps } from 'antd'
import { useTranslation } from 'react-i18next'
import { features } from '@/app/features'
import { WINGS } from '@/shared/feature'
import { useLabels } from '@/shared/i18n/labels'
import { allows, useMe } from '@/shared/session'

const entries = features.flatMap((feature) => feature.menu ?? [])

/** The entry whose page, or a page below it, is open. */
function current(path: string): string | undefined {
  return entries
    .map((entry) => entry.path)
    .filter((one) => path === one || (one !== '/' && path.startsWith(`${one}/`)))
    .sort((a, b) => b.length - a.length)[0]
}

export function SideMenu({ collapsed, onChosen }: { collapsed: boolean; onChosen?: () => void }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const me = useMe()
  const path = useLocation({ select: (location) => location.pathname })
  const chosen = current(path)
  const items = WINGS.flatMap((wing): NonNullable<MenuProps['items']> => {
    const children = entries
      .filter((entry) => entry.wing === wing && allows(me, entry.need))
      .map((entry) => ({
        key: entry.path,
        icon: entry.icon,
        label: <Link to={entry.path}>{labels.text(entry.label)}</Link>,
        title: labels.text(entry.label),
      }))
    if (children.length === 0) return []
    if (wing === 'work') return children
    return [{ key: wing, type: 'group' as const, label: collapsed ? '' : t(`shell.wing.${wing}`), children }]
  })
  return (
    <Menu
      mode="inline"
      inlineCollapsed={collapsed}
      items={items}
      selectedKeys={chosen ? [chosen] : []}
      onClick={() => onChosen?.()}
      style={{ borderInlineEnd: 0, background: 'transparent' }}
    />
  )
}
