import { PlusOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { moved } from '@/shared/moved'
import { useCan } from '@/shared/session'
import { EmptyState } from '@/shared/ui/EmptyState'
import { Loaded } from '@/shared/ui/Loaded'
import { ReasonDrawer } from '@/shared/ui/ReasonDrawer'
import { AgreementCard } from './AgreementCard'
import { AgreementDrawer } from './AgreementDrawer'
import styles from './agreement.module.css'
import { type Agreement, type Book, bookQuery, writeBook } from './api'

interface Draft {
  at: number
  agreement: Agreement | undefined
}

function Table({ book }: { book: Book }) {
  const { t } = useTranslation()
  const may = useCan('setting:change')
  const queries = useQueryClient()
  const [draft, setDraft] = useState<Draft>()
  const [pending, setPending] = useState<Agreement[]>()
  const { agreements } = book
  const save = (next: Agreement[], reason: string) => writeBook(book.version, next, reason)
  const saved = () => {
    setDraft(undefined)
    setPending(undefined)
    void queries.invalidateQueries({ queryKey: ['agreements'] })
    void queries.invalidateQueries({ queryKey: ['targets'] })
  }
  return (
    <>
      {may && (
        <Button
          type="primary"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => setDraft({ at: agreements.length, agreement: undefined })}
        >
          {t('agreements.new')}
        </Button>
      )}
      {agreements.length === 0 ? (
        <EmptyState kind="nothing" title={t('agreements.none')} hint={t('agreements.noneHint')} />
      ) : (
        <ul className={styles.list}>
          {agreements.map((agreement, index) => (
            <AgreementCard
              key={agreement.name}
              agreement={agreement}
              names={book.names}
              may={may}
              first={index === 0}
              last={index === agreements.length - 1}
              onEdit={() => setDraft({ at: index, agreement })}
              onRemove={() => setPending(agreements.filter((_, at) => at !== index))}
              onMove={(by) => setPending(moved(agreements, index, by))}
            />
          ))}
        </ul>
      )}
      {draft && (
        <AgreementDrawer
          agreement={draft.agreement}
          names={book.names}
          onClose={() => setDraft(undefined)}
          onSaved={saved}
          save={(agreement, reason) => save(agreements.toSpliced(draft.at, 1, agreement), reason)}
        />
      )}
      {pending && (
        <ReasonDrawer
          title={t('agreements.change')}
          onClose={() => setPending(undefined)}
          onSaved={saved}
          save={(reason) => save(pending, reason)}
        />
      )}
    </>
  )
}

/** Everything that is agreed, in the order in which equals are asked. */
export function Agreements() {
  const book = useQuery(bookQuery)
  return <Loaded query={book}>{(found) => <Table book={found} />}</Loaded>
}
