import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '@/shared/session'
import { EmptyState } from '@/shared/ui/EmptyState'
import { PageHeader } from '@/shared/ui/PageHeader'
import { useDraft } from '@/shared/useDraft'
import { emptyCall } from './call'
import { CallSheet } from './CallSheet'
import { SavedCall, type Outcome } from './SavedCall'

/** One call after another: fill in, read the number out, next. */
export default function DeskIntakePage() {
  const { t } = useTranslation()
  const may = useCan('intake:desk')
  const draft = useDraft('desk-intake', emptyCall)
  const [outcome, setOutcome] = useState<Outcome>()
  const [sheet, setSheet] = useState(0)
  const clean = () => {
    draft.clear()
    setSheet((before) => before + 1)
  }
  if (!may)
    return (
      <>
        <PageHeader title={t('intake.title')} />
        <EmptyState kind="forbidden" />
      </>
    )
  if (outcome)
    return (
      <>
        <PageHeader title={t('intake.title')} />
        <SavedCall outcome={outcome} onNext={() => setOutcome(undefined)} />
      </>
    )
  return (
    <CallSheet
      key={sheet}
      draft={draft}
      onClean={clean}
      onSaved={(saved) => {
        setOutcome(saved)
        clean()
      }}
    />
  )
}
