import type { Feature } from '@/shared/feature'

export const feature: Feature = {
  pages: [{ path: '/account', load: () => import('./AccountPage') }],
}
