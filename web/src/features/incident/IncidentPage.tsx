import { Navigate, useParams } from '@tanstack/react-router'
import { RecordPage } from '@/features/record/RecordPage'
import { allows, useMe } from '@/shared/session'

/** Whoever only reports has a page of the own reports, wherever a notice or a letter points. */
export default function IncidentPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const me = useMe()
  const works = !me || me.groups.length > 0 || allows(me, 'incident:read')
  if (!works) return <Navigate to="/my-reports/$id" params={{ id }} replace />
  return <RecordPage key={id} kind="INCIDENT" id={id} />
}
