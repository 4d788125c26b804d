import { useParams } from '@tanstack/react-router'
import { About } from '@/features/record/About'
import { RecordPage } from '@/features/record/RecordPage'

export default function AppealPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  return <RecordPage key={id} kind="APPEAL" id={id} lead={(view) => <About id={String(view.details.record)} />} />
}
