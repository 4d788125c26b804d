import type { UseQueryResult } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { ErrorState } from '@/shared/ui/ErrorState'
import { useDelayed } from '@/shared/useDelayed'

interface Props<T> {
  query: UseQueryResult<T>
  rows?: number
  children: (data: T) => ReactNode
}

/** What a question answers, or why there is no answer yet. */
export function Loaded<T>({ query, rows = 6, children }: Props<T>) {
  const skeleton = useDelayed(query.isPending)
  if (query.data !== undefined) return children(query.data)
  if (query.isError) return <ErrorState problem={query.error} onRetry={() => void query.refetch()} />
  return <div aria-busy="true">{skeleton && <Skeleton active title={false} paragraph={{ rows }} />}</div>
}
