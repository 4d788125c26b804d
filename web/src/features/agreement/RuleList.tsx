import { PlusOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '@/shared/session'
import { EmptyState } from '@/shared/ui/EmptyState'
import { ReasonDrawer } from '@/shared/ui/ReasonDrawer'
import styles from './agreement.module.css'

export interface RuleDrawer<R> {
  rule: R | undefined
  save: (rule: R, reason: string) => Promise<unknown>
  onSaved: () => void
  onClose: () => void
}

interface Words {
  hint: string
  add: string
  none: string
  noneHint: string
  change: string
}

interface Props<R> {
  rules: R[]
  words: Words
  line: (rule: R) => { head: ReactNode; text: ReactNode }
  drawer: (props: RuleDrawer<R>) => ReactNode
  write: (rules: R[], reason: string) => Promise<unknown>
}

type Draft<R> = { at: number; rule: R | undefined } | undefined

/** The lines of a setting that is a list of rules: each is changed, added and taken away with a reason. */
export function RuleList<R>({ rules, words, line, drawer, write }: Props<R>) {
  const { t } = useTranslation()
  const may = useCan('setting:change')
  const queries = useQueryClient()
  const [draft, setDraft] = useState<Draft<R>>()
  const [pending, setPending] = useState<R[]>()
  const saved = () => {
    setDraft(undefined)
    setPending(undefined)
    void queries.invalidateQueries({ queryKey: ['settings'] })
  }
  return (
    <>
      <p className={styles.quiet}>{words.hint}</p>
      {may && (
        <Button
          type="primary"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => setDraft({ at: rules.length, rule: undefined })}
        >
          {words.add}
        </Button>
      )}
      {rules.length === 0 ? (
        <EmptyState kind="nothing" title={words.none} hint={words.noneHint} />
      ) : (
        <ul className={styles.list}>
          {rules.map((rule, index) => {
            const { head, text } = line(rule)
            return (
              <li key={JSON.stringify(rule)} className={styles.card}>
                <div className={styles.head}>
                  <span>{head}</span>
                  {may && (
                    <span>
                      <Button size="small" type="link" onClick={() => setDraft({ at: index, rule })}>
                        {t('common.edit')}
                      </Button>
                      <Button
                        size="small"
                        type="link"
                        danger
                        onClick={() => setPending(rules.filter((_, at) => at !== index))}
                      >
                        {t('common.delete')}
                      </Button>
                    </span>
                  )}
                </div>
                <p className={styles.quiet}>{text}</p>
              </li>
            )
          })}
        </ul>
      )}
      {draft &&
        drawer({
          rule: draft.rule,
          onClose: () => setDraft(undefined),
          onSaved: saved,
          save: (rule, reason) => write(rules.toSpliced(draft.at, 1, rule), reason),
        })}
      {pending && (
        <ReasonDrawer
          title={words.change}
          onClose={() => setPending(undefined)}
          onSaved={saved}
          save={(reason) => write(pending, reason)}
        />
      )}
    </>
  )
}
