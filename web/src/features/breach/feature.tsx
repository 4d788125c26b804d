import { FieldTimeOutlined, PercentageOutlined } from '@ant-design/icons'
import type { Feature } from '@/shared/feature'

export const feature: Feature = {
  pages: [
    { path: '/breaches', load: () => import('./BreachListPage') },
    { path: '/compliance', load: () => import('./CompliancePage') },
  ],
  menu: [
    {
      path: '/breaches',
      wing: 'governance',
      label: 'breaches.title',
      icon: <FieldTimeOutlined />,
      need: ['incident:verify', 'incident:dispatch', 'statistics:read'],
    },
    {
      path: '/compliance',
      wing: 'governance',
      label: 'breaches.compliance',
      icon: <PercentageOutlined />,
      need: 'statistics:read',
    },
  ],
}
