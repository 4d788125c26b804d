import { AuditOutlined } from '@ant-design/icons'
import type { Feature } from '@/shared/feature'

export const feature: Feature = {
  pages: [{ path: '/agreements', load: () => import('./AgreementsPage') }],
  menu: [
    {
      path: '/agreements',
      wing: 'system',
      label: 'agreements.title',
      icon: <AuditOutlined />,
      need: ['setting:read'],
    },
  ],
}
