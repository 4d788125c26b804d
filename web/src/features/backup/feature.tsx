import { SaveOutlined } from '@ant-design/icons'
import type { Feature } from '@/shared/feature'

export const feature: Feature = {
  pages: [{ path: '/backup', load: () => import('./BackupPage') }],
  menu: [{ path: '/backup', wing: 'system', label: 'backup.title', icon: <SaveOutlined />, need: 'backup:read' }],
}
