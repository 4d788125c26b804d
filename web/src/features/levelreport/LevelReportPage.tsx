import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { About } from '@/features/record/About'
import { RecordPage } from '@/features/record/RecordPage'
import { rolesQuery } from '@/shared/roles'

export default function LevelReportPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  useQuery(rolesQuery)
  return <RecordPage key={id} kind="LEVEL_REPORT" id={id} lead={(view) => <About id={String(view.details.record)} />} />
}
