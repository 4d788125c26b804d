import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { features } from '@/app/features'
import { PageFailure } from '@/app/PageFailure'
import { NotFoundPage } from '@/app/NotFoundPage'
import { Root } from '@/app/Root'
import { Shell } from '@/app/shell/Shell'
import type { Page } from '@/shared/feature'
import { parseSearch, stringifySearch } from '@/shared/search'

const root = createRootRoute({ component: Root, notFoundComponent: NotFoundPage })
const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell })

const open = (page: Page) =>
  createRoute({ getParentRoute: () => root, path: page.path, component: lazyRouteComponent(page.load) })
const inside = (page: Page) =>
  createRoute({ getParentRoute: () => shell, path: page.path, component: lazyRouteComponent(page.load) })

const outsidePages: Page[] = [
  { path: '/sign-in', load: () => import('@/features/session/SignInPage') },
  { path: '/activate', load: () => import('@/features/session/ActivatePage') },
  { path: '/setup', load: () => import('@/features/session/SetupPage') },
]

export const router = createRouter({
  routeTree: root.addChildren([
    ...outsidePages.map(open),
    shell.addChildren([
      ...features.flatMap((feature) => feature.pages).map(inside),
      createRoute({ getParentRoute: () => shell, path: '$', component: NotFoundPage }),
    ]),
  ]),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultErrorComponent: PageFailure,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: true,
})
