import { useTranslation } from 'react-i18next'
import { Panel } from '@/features/record/Panel'
import { useLabels } from '@/shared/i18n/labels'
import { formatInstant } from '@/shared/time'
import type { RecordView } from '@/shared/types'
import { GroupName, PersonName } from '@/shared/ui/people'
import { LevelTag } from '@/shared/ui/tags'
import styles from './record.module.css'

/** Who, where and when. */
export function Facts({ view }: { view: RecordView }) {
  const { t } = useTranslation()
  const labels = useLabels()
  return (
    <Panel title={t('record.facts')}>
      <dl className={styles.facts}>
        <dt>{labels.field(view.kind === 'APPROVAL' ? 'maker' : 'requester')}</dt>
        <dd>
          <PersonName person={view.requester} />
        </dd>
        <dt>{labels.field('assignmentGroup')}</dt>
        <dd>
          <GroupName group={view.assignmentGroup} />
        </dd>
        <dt>{labels.field('assignee')}</dt>
        <dd>
          <PersonName person={view.assignee} />
        </dd>
        <dt>{labels.field('unit')}</dt>
        <dd>{view.unit.name}</dd>
        <dt>{labels.field('system')}</dt>
        <dd>{view.system ? `${view.system.name} · ${labels.value('SystemClass', view.system.systemClass)}` : '—'}</dd>
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
