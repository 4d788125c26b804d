import { PhoneOutlined, SmileOutlined } from '@ant-design/icons'
import type { Feature } from '@/shared/feature'

export const feature: Feature = {
  pages: [
    { path: '/intake', load: () => import('./DeskIntakePage') },
    { path: '/report', load: () => import('./ReportPage') },
    { path: '/my-reports', load: () => import('./MyReportsPage') },
    { path: '/my-reports/$id', load: () => import('./MyReportPage') },
  ],
  menu: [
    { path: '/my-reports', wing: 'work', label: 'selfservice.title', icon: <SmileOutlined /> },
    { path: '/intake', wing: 'service', label: 'intake.menu', icon: <PhoneOutlined />, need: 'intake:desk' },
  ],
  creations: [
    { path: '/intake', label: 'intake.title', need: 'intake:desk' },
    { path: '/report', label: 'selfservice.report' },
  ],
}
