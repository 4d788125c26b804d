import { BarChartOutlined } from '@ant-design/icons'
import type { Feature } from '@/shared/feature'

export const feature: Feature = {
  pages: [{ path: '/statistics', load: () => import('./StatisticsPage') }],
  menu: [
    {
      path: '/statistics',
      wing: 'governance',
      label: 'statistics.title',
      icon: <BarChartOutlined />,
      need: { all: ['statistics:read', 'incident:read'] },
    },
  ],
}
