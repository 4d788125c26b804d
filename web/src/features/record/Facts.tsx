import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Panel } from '@/features/record/Panel'
import { isWork, requesterField } from '@/features/record/whom'
import { useLabels } from '@/shared/i18n/labels'
import { formatInstant } from '@/shared/time'
import type { PersonRef, RecordView } from '@/shared/types'
import { GroupName, PersonName } from '@/shared/ui/people'
import { LevelTag } from '@/shared/ui/tags'
import styles from './record.module.css'

const People = ({ people }: { people: PersonRef[] }) =>
  people.map((person) => (
    <div key={person.id}>
      <PersonName person={person} />
    </div>
  ))

/** Who, where and when. */
export function Facts({ view }: { view: RecordView }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const { system } = view
  const fact = (name: string, value: unknown, shown: ReactNode) =>
    (value != null || isWork(view.kind)) && (
      <>
        <dt>{labels.field(name)}</dt>
        <dd>{shown}</dd>
      </>
    )
  return (
    <Panel title={t('record.facts')}>
      <dl className={styles.facts}>
        {fact(requesterField(view.kind), view.requester, <PersonName person={view.requester} />)}
        {view.asked.length > 0 && fact('asked', true, <People people={view.asked} />)}
        {fact('assignmentGroup', view.assignmentGroup, <GroupName group={view.assignmentGroup} />)}
        {fact('assignee', view.assignee, <PersonName person={view.assignee} />)}
        {fact('unit', view.unit, view.unit.name)}
        {fact(
          'system',
          view.system,
          system ? `${system.name} · ${labels.value('SystemClass', system.systemClass)}` : '—',
        )}
        {view.level && (
          <>
            <dt>{labels.field('level')}</dt>
            <dd>
              <LevelTag level={view.level} long />
            </dd>
          </>
        )}
        <dt>{labels.field('openedAt')}</dt>
        <dd>{formatInstant(view.openedAt)}</dd>
        <dt>{labels.field('updatedAt')}</dt>
        <dd>{formatInstant(view.updatedAt)}</dd>
      </dl>
    </Panel>
  )
}
