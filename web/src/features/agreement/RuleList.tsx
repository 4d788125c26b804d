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
}

interface Props<R> {
  rules: R[]
  words: Words
  line: (rule: R) => { head: ReactNode; text: ReactNode }
  drawer: (props: RuleDrawer<R>) => ReactNode
  write: (rules: R[], reason: string) => Promise<unknown>
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** In the place of the one it was, else at the end: the list may have changed since. */
function put<R>(rules: R[], was: R | undefined, now: R): R[] {
  const at = rules.findIndex((rule) => same(rule, was))
  return at < 0 ? [...rules, now] : rules.toSpliced(at, 1, now)
}

/** The lines of a setting that is a list of rules: each is changed, added and taken away with a reason. */
export function RuleList<R>({ rules, words, line, drawer, write }: Props<R>) {
  const { t } = useTranslation()
  const may = useCan('setting:change')
  const queries = useQueryClient()
  const [draft, setDraft] = useState<{ rule: R | undefined }>()
  const [pending, setPending] = useState<{ gone: R }>()
  const saved = () => {
    setDraft(undefined)
    setPending(undefined)
    void queries.invalidateQueries({ queryKey: ['settings'] })
  }
  return (
    <>
      <p className={styles.quiet}>{words.hint}</p>
      {may && (
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setDraft({ rule: undefined })}>
          {words.add}
        </Button>
      )}
      {rules.length === 0 ? (
        <EmptyState kind="nothing" title={words.none} hint={words.noneHint} />
      ) : (
        <ul className={styles.list}>
          {rules.map((rule) => {
            const { head, text } = line(rule)
            return (
              <li key={JSON.stringify(rule)} className={styles.card}>
                <div className={styles.head}>
                  <span>{head}</span>
                  {may && (
                    <span>
                      <Button size="small" type="link" onClick={() => setDraft({ rule })}>
                        {t('common.edit')}
                      </Button>
                      <Button size="small" type="link" danger onClick={() => setPending({ gone: rule })}>
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
          save: (rule, reason) => write(put(rules, draft.rule, rule), reason),
        })}
      {pending && (
        <ReasonDrawer
          title={t('agreements.removeRule')}
          text={line(pending.gone).head}
          saveText={t('common.delete')}
          danger
          onClose={() => setPending(undefined)}
          onSaved={saved}
          save={(reason) =>
            write(
              rules.filter((rule) => !same(rule, pending.gone)),
              reason,
            )
          }
        />
      )}
    </>
  )
}
