import { ExclamationCircleOutlined, FieldTimeOutlined, PercentageOutlined } from '@ant-design/icons'
import type { Feature } from '@/shared/feature'

export const feature: Feature = {
  pages: [
    { path: '/breaches', load: () => import('./BreachListPage') },
    { path: '/compliance', load: () => import('./CompliancePage') },
    { path: '/appeals', load: () => import('./AppealListPage') },
    { path: '/appeals/$id', load: () => import('./AppealPage') },
  ],
  menu: [
    {
      path: '/breaches',
      wing: 'governance',
      label: 'breaches.title',
      icon: <FieldTimeOutlined />,
      need: 'incident:read',
    },
    {
      path: '/appeals',
      wing: 'governance',
      label: 'appeals.title',
      icon: <ExclamationCircleOutlined />,
      need: ['appeal:read', 'incident:note'],
    },
    {
      path: '/compliance',
      wing: 'governance',
      label: 'breaches.compliance',
      icon: <PercentageOutlined />,
      need: { all: ['statistics:read', 'incident:read'] },
    },
  ],
}
