import { useParams } from '@tanstack/react-router'
import { RecordPage } from '@/features/record/RecordPage'

export default function WorkOrderPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  return <RecordPage key={id} kind="WORK_ORDER" id={id} />
}
