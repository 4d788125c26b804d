import { HomeOutlined } from '@ant-design/icons'
import type { Feature } from '@/shared/feature'

export const feature: Feature = {
  pages: [{ path: '/', load: () => import('./MyWorkPage') }],
  menu: [{ path: '/', wing: 'work', label: 'mywork.title', icon: <HomeOutlined /> }],
}
