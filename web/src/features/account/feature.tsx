import { IdcardOutlined, ReadOutlined, SafetyCertificateOutlined, UserDeleteOutlined } from '@ant-design/icons'
import type { Feature } from '@/shared/feature'

export const feature: Feature = {
  pages: [
    { path: '/account-requests', load: () => import('./AccountRequestListPage') },
    { path: '/account-requests/new', load: () => import('./NewAccountRequestPage') },
    { path: '/account-requests/$id', load: () => import('./AccountRequestPage') },
    { path: '/account-reviews', load: () => import('./AccountReviewListPage') },
    { path: '/account-reviews/$id', load: () => import('./AccountReviewPage') },
    { path: '/leavers', load: () => import('./LeaversPage') },
    { path: '/conduct', load: () => import('./ConductPage') },
  ],
  menu: [
    { path: '/account-requests', wing: 'work', label: 'people.requests', icon: <IdcardOutlined /> },
    {
      path: '/account-reviews',
      wing: 'work',
      label: 'people.reviews',
      icon: <SafetyCertificateOutlined />,
      need: 'account-review:read',
    },
    {
      path: '/leavers',
      wing: 'system',
      label: 'people.leavers',
      icon: <UserDeleteOutlined />,
      need: 'account-request:execute',
    },
    { path: '/conduct', wing: 'system', label: 'people.conduct', icon: <ReadOutlined />, need: 'conduct:publish' },
  ],
  creations: [{ path: '/account-requests/new', label: 'people.newRequest' }],
}
