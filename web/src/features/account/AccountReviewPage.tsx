import { useParams } from '@tanstack/react-router'
import { RecordPage } from '@/features/record/RecordPage'
import { ReviewLines } from './ReviewLines'

export default function AccountReviewPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  return <RecordPage key={id} kind="ACCOUNT_REVIEW" id={id} lead={(view) => <ReviewLines view={view} />} />
}
