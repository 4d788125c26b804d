import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import { useAccountWords } from '@/shared/i18n/account'
import { problemText } from '@/shared/ui/problemText'
import { type Outcome, type Source, tryOut } from './api'
import styles from './source.module.css'

function Answer({ outcome, asked }: { outcome: Outcome; asked: string }) {
  const { t } = useAccountWords()
  if (outcome.problem) return <Alert type="error" showIcon title={t('sourceFails')} description={outcome.problem} />
  const { person } = outcome
  if (!asked) return <Alert type="success" showIcon title={t('sourceAnswers')} />
  if (!person) return <Alert type="warning" showIcon title={t('sourceKnowsNot', { name: asked })} />
  return (
    <Alert
      type={person.off ? 'warning' : 'success'}
      showIcon
      title={person.off ? t('sourcePersonOff') : t('sourceAnswers')}
      description={
        <>
          <div>{person.dn}</div>
          <div>{t('sourceGroups')}</div>
          {person.groups.length === 0 ? (
            '—'
          ) : (
            <ul className={styles.groups}>
              {person.groups.map((group) => (
                <li key={group}>{group}</li>
              ))}
            </ul>
          )}
        </>
      }
    />
  )
}

/** Asks the source as it is set up, and looks a person up in a directory. */
export function SourceTrial({ source }: { source: Source }) {
  const { t } = useAccountWords()
  const [name, setName] = useState('')
  const trial = useMutation({ mutationFn: (asked: string) => tryOut(source.id, asked || null) })
  return (
    <>
      <h3 className={styles.subtitle}>{t('sourceTry')}</h3>
      <div className={styles.trial}>
        {source.kind === 'LDAP' && (
          <Input
            value={name}
            maxLength={200}
            placeholder={t('sourceTryName')}
            aria-label={t('sourceTryName')}
            spellCheck={false}
            onChange={(event) => setName(event.target.value)}
            onPressEnter={() => trial.mutate(name.trim())}
          />
        )}
        <Button loading={trial.isPending} onClick={() => trial.mutate(name.trim())}>
          {t('sourceTryGo')}
        </Button>
      </div>
      {trial.isError && <Alert type="error" showIcon title={problemText(trial.error)} />}
      {trial.data && <Answer outcome={trial.data} asked={trial.variables ?? ''} />}
    </>
  )
}
