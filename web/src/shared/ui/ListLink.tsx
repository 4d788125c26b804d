import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { SearchOf } from '@/shared/contract'

/** What each page asks the server for; a link to it can narrow nothing else. */
interface Asks {
  '/incidents': '/api/incidents'
  '/breaches': '/api/breaches'
  '/people': '/api/people'
  '/statistics': '/api/statistics'
}

interface Props<P extends keyof Asks> {
  to: P
  search: SearchOf<Asks[P]>
  className?: string | undefined
  children: ReactNode
}

/** The way to a list, narrowed to what a figure counts or a page is about. */
export function ListLink<P extends keyof Asks>({ to, search, className, children }: Props<P>) {
  return (
    <Link to={to as string} search={search as never} preload={false} {...(className && { className })}>
      {children}
    </Link>
  )
}
