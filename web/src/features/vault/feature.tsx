import { LockOutlined } from '@ant-design/icons'
import type { Feature } from '@/shared/feature'

export const feature: Feature = {
  pages: [{ path: '/vault', load: () => import('./VaultPage') }],
  menu: [
    {
      path: '/vault',
      wing: 'resources',
      label: 'vault.title',
      icon: <LockOutlined />,
      need: ['vault:list', 'vault:own'],
    },
  ],
}
