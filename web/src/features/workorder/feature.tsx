import { ToolOutlined } from '@ant-design/icons'
import type { Feature } from '@/shared/feature'

export const feature: Feature = {
  pages: [
    { path: '/work-orders', load: () => import('./WorkOrderListPage') },
    { path: '/work-orders/new', load: () => import('./NewWorkOrderPage') },
    { path: '/work-orders/$id', load: () => import('./WorkOrderPage') },
  ],
  menu: [
    {
      path: '/work-orders',
      wing: 'service',
      label: 'workorder.title',
      icon: <ToolOutlined />,
      need: 'work-order:read',
    },
  ],
  creations: [{ path: '/work-orders/new', label: 'workorder.new', need: 'work-order:open' }],
}
