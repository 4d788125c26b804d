import { AuditOutlined, SafetyCertificateOutlined } from '@ant-design/icons'
import type { Feature } from '@/shared/feature'

export const feature: Feature = {
  pages: [
    { path: '/approvals', load: () => import('./ApprovalListPage') },
    { path: '/approvals/$id', load: () => import('./ApprovalPage') },
    { path: '/approval-rules', load: () => import('./RulesPage') },
  ],
  menu: [
    { path: '/approvals', wing: 'work', label: 'approvals.title', icon: <AuditOutlined /> },
    {
      path: '/approval-rules',
      wing: 'system',
      label: 'approvals.rules.title',
      icon: <SafetyCertificateOutlined />,
      need: 'setting:read',
    },
  ],
}
