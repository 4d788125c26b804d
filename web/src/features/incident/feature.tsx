import { AlertOutlined } from '@ant-design/icons'
import type { Feature } from '@/shared/feature'

export const feature: Feature = {
  pages: [
    { path: '/incidents', load: () => import('./IncidentListPage') },
    { path: '/incidents/$id', load: () => import('./IncidentPage') },
  ],
  menu: [
    { path: '/incidents', wing: 'service', label: 'incident.title', icon: <AlertOutlined />, need: 'incident:read' },
  ],
}
