import { NotificationOutlined } from '@ant-design/icons'
import type { Feature } from '@/shared/feature'

export const feature: Feature = {
  pages: [
    { path: '/level-reports', load: () => import('./LevelReportListPage') },
    { path: '/level-reports/$id', load: () => import('./LevelReportPage') },
  ],
  menu: [
    {
      path: '/level-reports',
      wing: 'service',
      label: 'levelReports.title',
      icon: <NotificationOutlined />,
      need: 'level-report:read',
    },
  ],
}
