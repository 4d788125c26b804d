import { useParams } from '@tanstack/react-router'
import { RecordPage } from '@/features/record/RecordPage'

export default function AppealPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  return <RecordPage key={id} kind="APPEAL" id={id} />
}
