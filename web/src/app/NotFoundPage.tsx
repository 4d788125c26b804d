import { EmptyState } from '@/shared/ui/EmptyState'

export function NotFoundPage() {
  return <EmptyState kind="notFound" />
}
