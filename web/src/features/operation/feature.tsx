import { DashboardOutlined } from '@ant-design/icons'
import type { Feature } from '@/shared/feature'

export const feature: Feature = {
  pages: [{ path: '/operation', load: () => import('./OperationPage') }],
  menu: [
    {
      path: '/operation',
      wing: 'system',
      label: 'operation.title',
      icon: <DashboardOutlined />,
      need: 'system:observe',
    },
  ],
}
