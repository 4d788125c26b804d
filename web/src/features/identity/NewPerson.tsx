import { useTranslation } from 'react-i18next'
import { one, useSearchState } from '@/shared/search'
import { FormDrawer } from '@/shared/ui/FormDrawer'
import { createPerson, type PersonForm } from './api'
import { PersonFields } from './PersonFields'

export function NewPerson({ onSaved, onClose }: { onSaved: () => void; onClose: () => void }) {
  const { t } = useTranslation()
  const [search] = useSearchState()
  const unit = one(search.unit)
  return (
    <FormDrawer<PersonForm>
      title={t('people.new')}
      initial={unit ? { unit } : {}}
      save={createPerson}
      onSaved={onSaved}
      onClose={onClose}
    >
      <PersonFields />
    </FormDrawer>
  )
}
