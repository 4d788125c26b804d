import { useParams } from '@tanstack/react-router'
import { RecordPage } from '@/features/record/RecordPage'
import { Chain } from './Chain'
import { Content } from './Content'

export default function ApprovalPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  return (
    <RecordPage
      key={id}
      kind="APPROVAL"
      id={id}
      lead={(view) => (
        <>
          <Content view={view} />
          <Chain view={view} />
        </>
      )}
    />
  )
}
