import { AuditOutlined, FileProtectOutlined } from '@ant-design/icons'
import type { Feature } from '@/shared/feature'

export const feature: Feature = {
  pages: [
    { path: '/ledger', load: () => import('./LedgerPage') },
    { path: '/ledger/seal', load: () => import('./SealPage') },
    { path: '/log-reviews', load: () => import('./LogReviewListPage') },
    { path: '/log-reviews/$id', load: () => import('./LogReviewPage') },
    { path: '/anomalies', load: () => import('./AnomalyListPage') },
  ],
  menu: [
    { path: '/ledger', wing: 'system', label: 'ledger.title', icon: <AuditOutlined />, need: 'audit:read' },
    {
      path: '/log-reviews',
      wing: 'system',
      label: 'ledger.reviews',
      icon: <FileProtectOutlined />,
      need: 'log-review:read',
    },
  ],
}
