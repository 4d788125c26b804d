import { useParams } from '@tanstack/react-router'
import { RecordPage } from '@/features/record/RecordPage'

export default function LogReviewPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  return <RecordPage key={id} kind="LOG_REVIEW" id={id} />
}
