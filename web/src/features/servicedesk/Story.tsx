import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { lookUp, useLabels } from '@/shared/i18n/labels'
import type { Entry } from '@/shared/types'
import { Loaded } from '@/shared/ui/Loaded'
import { PersonName } from '@/shared/ui/people'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import { storyQuery } from './api'
import styles from './selfservice.module.css'

const textOf = (entry: Entry): string => {
  const { text, summary, reason, comment } = entry.body
  return [text, summary, reason, comment].find((one): one is string => typeof one === 'string' && one !== '') ?? ''
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
