import { SafetyOutlined } from '@ant-design/icons'
import type { Feature } from '@/shared/feature'

export const feature: Feature = {
  pages: [{ path: '/identity-sources', load: () => import('./SourcesPage') }],
  menu: [
    {
      path: '/identity-sources',
      wing: 'system',
      label: 'people.sources',
      icon: <SafetyOutlined />,
      need: 'identity-source:manage',
    },
  ],
}
