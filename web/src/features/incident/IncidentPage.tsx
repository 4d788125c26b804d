import { useParams } from '@tanstack/react-router'
import { RecordPage } from '@/features/record/RecordPage'

export default function IncidentPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  return <RecordPage key={id} kind="INCIDENT" id={id} />
}
