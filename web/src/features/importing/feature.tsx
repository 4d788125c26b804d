import { ImportOutlined } from '@ant-design/icons'
import type { Feature } from '@/shared/feature'

export const feature: Feature = {
  pages: [
    { path: '/imports', load: () => import('./ImportListPage') },
    { path: '/imports/$id', load: () => import('./ImportPage') },
  ],
  menu: [{ path: '/imports', wing: 'system', label: 'imports.title', icon: <ImportOutlined />, need: 'import:run' }],
}
