import { PlusOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Proposals } from '@/features/record/Proposals'
import { moved } from '@/shared/moved'
import { useCan } from '@/shared/session'
import { EmptyState } from '@/shared/ui/EmptyState'
import { Loaded } from '@/shared/ui/Loaded'
import { ReasonDrawer } from '@/shared/ui/ReasonDrawer'
import { AgreementCard } from './AgreementCard'
import { AgreementDrawer } from './AgreementDrawer'
import styles from './agreement.module.css'
import { type Agreement, type Book, bookQuery, writeBook } from './api'

/** What is to become of the book, whichever book that is when it is written. */
type Change = (agreements: Agreement[]) => Agreement[]

/** In the place of the one it was, else at the end. */
const put =
  (was: Agreement | undefined, now: Agreement): Change =>
  (agreements) => {
    const at = agreements.findIndex(({ name }) => name === was?.name)
    return at < 0 ? [...agreements, now] : agreements.toSpliced(at, 1, now)
  }
const without =
  (was: Agreement): Change =>
  (agreements) =>
    agreements.filter(({ name }) => name !== was.name)
const move =
  (was: Agreement, by: 1 | -1): Change =>
  (agreements) => {
    const at = agreements.findIndex(({ name }) => name === was.name)
    return at < 0 ? agreements : moved(agreements, at, by)
  }

function Table({ book }: { book: Book }) {
  const { t } = useTranslation()
  const may = useCan('setting:change')
  const queries = useQueryClient()
  const [draft, setDraft] = useState<{ agreement: Agreement | undefined }>()
  const [pending, setPending] = useState<{ change: Change; title: string; gone?: boolean }>()
  const { agreements } = book
  // Somebody else was quicker: what is there now comes into sight, what was typed stays, and may be saved on top of it.
  const save = (change: Change, reason: string) =>
    writeBook(book.version, change(agreements), reason).catch((error: unknown) => {
      void queries.invalidateQueries({ queryKey: ['agreements'] })
      throw error
    })
  const saved = () => {
    setDraft(undefined)
    setPending(undefined)
    void queries.invalidateQueries({ queryKey: ['agreements'] })
    void queries.invalidateQueries({ queryKey: ['targets'] })
  }
  return (
    <>
      <Proposals settingKey="sla.agreements" />
      {may && (
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setDraft({ agreement: undefined })}>
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
              onEdit={() => setDraft({ agreement })}
              onRemove={() =>
                setPending({
                  change: without(agreement),
                  title: t('agreements.remove', { name: agreement.name }),
                  gone: true,
                })
              }
              onMove={(by) =>
                setPending({
                  change: move(agreement, by),
                  title: t(by < 0 ? 'agreements.up' : 'agreements.down', { name: agreement.name }),
                })
              }
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
          save={(agreement, reason) => save(put(draft.agreement, agreement), reason)}
        />
      )}
      {pending && (
        <ReasonDrawer
          title={pending.title}
          {...(pending.gone && {
            text: t('agreements.removeHint'),
            saveText: t('common.delete'),
            danger: true,
          })}
          onClose={() => setPending(undefined)}
          onSaved={saved}
          save={(reason) => save(pending.change, reason)}
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
