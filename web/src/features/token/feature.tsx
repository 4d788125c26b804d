import type { Feature } from '@/shared/feature'

export const feature: Feature = {
  pages: [{ path: '/tokens', load: () => import('./TokensPage') }],
}
