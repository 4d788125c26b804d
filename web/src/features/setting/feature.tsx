import { ControlOutlined } from '@ant-design/icons'
import type { Feature } from '@/shared/feature'

export const feature: Feature = {
  pages: [{ path: '/settings', load: () => import('./SettingsPage') }],
  menu: [
    { path: '/settings', wing: 'system', label: 'settings.title', icon: <ControlOutlined />, need: 'setting:read' },
  ],
}
