import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { lookUp, useLabels } from '@/shared/i18n/labels'
import type { Entry } from '@/shared/types'
import { Loaded } from '@/shared/ui/Loaded'
import { PersonName } from '@/shared/ui/people'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import { storyQuery } from './api'
import styles from './selfservice.module.css'

/** Which words of a step are meant for the requester; how the desk judges a report is not. */
const SAID: Record<string, string> = {
  Comment: 'text',
  Resolve: 'summary',
  Wait: 'text',
  Verify: 'comment',
  Dispute: 'reason',
  Reopen: 'reason',
  Cancel: 'reason',
}

function textOf(entry: Entry): string {
  const said = entry.body[SAID[entry.command] ?? '']
  return typeof said === 'string' ? said : ''
}

/** What a requester wants to know: who said what, and every step on the way. */
const matters = (entry: Entry): boolean =>
  entry.kind === 'COMMENT' || (entry.kind === 'COMMAND' && entry.to !== null && entry.to !== entry.from)

function Line({ entry }: { entry: Entry }) {
  const labels = useLabels()
  const said = textOf(entry)
  const happened =
    entry.kind === 'COMMENT' ? null : (lookUp(`selfservice.story.${entry.to}`) ?? labels.command(entry.command))
  return (
    <li className={styles.line} data-comment={entry.kind === 'COMMENT'}>
      <div className={styles.lineHead}>
        {happened ? <b>{happened}</b> : <PersonName person={entry.by} />}
        <RelativeTime at={entry.at} />
      </div>
      {said && <p>{said}</p>}
      {happened && entry.by && <PersonName person={entry.by} />}
    </li>
  )
}

export function Story({ id }: { id: string }) {
  const { t } = useTranslation()
  const story = useQuery(storyQuery(id))
  return (
    <section className={styles.sheet}>
      <h2>{t('selfservice.storyTitle')}</h2>
      <Loaded query={story}>
        {(slice) => (
          <ol className={styles.story}>
            {slice.rows
              .filter(matters)
              .reverse()
              .map((entry) => (
                <Line key={entry.id} entry={entry} />
              ))}
          </ol>
        )}
      </Loaded>
    </section>
  )
}
