import { TeamOutlined } from '@ant-design/icons'
import type { Feature } from '@/shared/feature'

export const feature: Feature = {
  pages: [
    { path: '/people', load: () => import('./PeoplePage') },
    { path: '/units', load: () => import('./UnitsPage') },
    { path: '/groups', load: () => import('./GroupsPage') },
    { path: '/roles', load: () => import('./RolesPage') },
    { path: '/who-may', load: () => import('./WhoMayPage') },
    { path: '/my-rights', load: () => import('./MyRightsPage') },
  ],
  menu: [{ path: '/people', wing: 'system', label: 'people.title', icon: <TeamOutlined />, need: 'person:read' }],
}
