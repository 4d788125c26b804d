import { CalendarOutlined } from '@ant-design/icons'
import type { Feature } from '@/shared/feature'

export const feature: Feature = {
  pages: [{ path: '/calendars', load: () => import('./CalendarsPage') }],
  menu: [
    {
      path: '/calendars',
      wing: 'system',
      label: 'calendars.title',
      icon: <CalendarOutlined />,
      need: ['calendar:read', 'setting:read'],
    },
  ],
}
