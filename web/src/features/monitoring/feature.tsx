import { RadarChartOutlined } from '@ant-design/icons'
import type { Feature } from '@/shared/feature'

export const feature: Feature = {
  pages: [
    { path: '/alert-events', load: () => import('./AlertEventsPage') },
    { path: '/alert-rules', load: () => import('./AlertRulesPage') },
  ],
  menu: [
    {
      path: '/alert-events',
      wing: 'operations',
      label: 'alerts.title',
      icon: <RadarChartOutlined />,
      need: 'alert:read',
    },
  ],
}
