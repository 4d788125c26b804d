import { useParams } from '@tanstack/react-router'
import { RecordPage } from '@/features/record/RecordPage'
import { useLabels } from '@/shared/i18n/labels'
import { Chain } from './Chain'
import { Content } from './Content'
import { approvalTitle } from './title'

export default function ApprovalPage() {
  const labels = useLabels()
  const { id } = useParams({ strict: false }) as { id: string }
  return (
    <RecordPage
      key={id}
      kind="APPROVAL"
      id={id}
      title={({ details }) =>
        approvalTitle(labels, String(details.operation), details.subjectName as string | undefined)
      }
      lead={(view) => (
        <>
          <Content view={view} />
          <Chain view={view} />
        </>
      )}
    />
  )
}
