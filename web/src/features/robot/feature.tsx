import { RobotOutlined } from '@ant-design/icons'
import type { Feature } from '@/shared/feature'

export const feature: Feature = {
  pages: [{ path: '/robots', load: () => import('./RobotsPage') }],
  menu: [{ path: '/robots', wing: 'system', label: 'robots.title', icon: <RobotOutlined />, need: 'robot:read' }],
}
