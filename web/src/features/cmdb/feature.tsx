import { AppstoreOutlined } from '@ant-design/icons'
import type { Feature } from '@/shared/feature'

export const feature: Feature = {
  pages: [
    { path: '/systems', load: () => import('./SystemListPage') },
    { path: '/systems/$id', load: () => import('./SystemPage') },
  ],
  menu: [
    { path: '/systems', wing: 'resources', label: 'systems.title', icon: <AppstoreOutlined />, need: 'system:read' },
  ],
}
