import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { Panel } from '@/features/record/Panel'
import { useLabels } from '@/shared/i18n/labels'
import { formatInstant } from '@/shared/time'
import type { RecordView } from '@/shared/types'
import { Loaded } from '@/shared/ui/Loaded'
import { PersonName } from '@/shared/ui/people'
import { courseQuery, type Course, type SeatView, type StageView } from './api'
import styles from './approval.module.css'
import { OnTheSpot } from './OnTheSpot'

const SIGNS = { PASSED: '✓', PRESENT: '●', REFUSED: '✕', TO_COME: '○' } as const

function Seat({ seat }: { seat: SeatView }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const said = seat.agreed === null ? 'OPEN' : seat.agreed ? 'YES' : 'NO'
  const other = seat.voter && seat.voter.id !== seat.person.id ? seat.voter : null
  return (
    <li data-said={said}>
      <span>
        <PersonName person={seat.person} />
        {seat.origin !== 'RULE' && (
          <span className={styles.hint}>
            {' '}
            {labels.value('SeatOrigin', seat.origin)}
            {seat.by && ` · ${seat.by.name}`}
          </span>
        )}
        {seat.standIns.length > 0 && said === 'OPEN' && (
          <span className={styles.hint}>
            {' '}
            {t('approvals.standIns', { names: seat.standIns.map((one) => one.name).join(t('common.comma')) })}
          </span>
        )}
      </span>
      <span className={styles.word}>
        {t(`approvals.said.${said}`)}
        {other && ` · ${t('approvals.inPlace', { name: other.name })}`}
        {seat.at && <span className={styles.hint}> {formatInstant(seat.at)}</span>}
      </span>
      {seat.opinion && <q className={styles.opinion}>{seat.opinion}</q>}
    </li>
  )
}

function Stage({ stage, number }: { stage: StageView; number: number }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const needed = stage.needed > 0 && t('approvals.needed', { needed: stage.needed, asked: stage.seats.length })
  return (
    <li
      className={styles.stage}
      data-progress={stage.progress}
      aria-current={stage.progress === 'PRESENT' ? 'step' : undefined}
    >
      <div className={styles.stageHead}>
        <span aria-hidden className={styles.sign}>
          {SIGNS[stage.progress]}
        </span>
        <b>
          {number}. {stage.name}
        </b>
        <span className={styles.hint}>
          {[labels.value('StageProgress', stage.progress), labels.value('StageMode', stage.mode), needed]
            .filter(Boolean)
            .join(' · ')}
          {stage.onTheSpot && ` · ${t('approvals.onTheSpot')}`}
        </span>
      </div>
      {stage.seats.length > 0 && (
        <ul className={styles.seats}>
          {stage.seats.map((seat) => (
            <Seat key={seat.person.id} seat={seat} />
          ))}
        </ul>
      )}
    </li>
  )
}

function Picture({ course, id }: { course: Course; id: string }) {
  const { t } = useTranslation()
  return (
    <>
      {course.repeated && <Alert type="info" showIcon title={t('approvals.repeated')} />}
      {course.onTheSpot && <OnTheSpot id={id} />}
      {course.lacksPeople && <Alert type="warning" showIcon title={t('approvals.lacksPeople')} />}
      <ol className={styles.chain}>
        {course.stages.map((stage, index) => (
          <Stage key={`${index}${stage.name}`} stage={stage} number={index + 1} />
        ))}
      </ol>
    </>
  )
}

/** The chain of a consent: who is asked, what they said, and where it stands. */
export function Chain({ view }: { view: RecordView }) {
  const { t } = useTranslation()
  const course = useQuery(courseQuery(view.id, view.version))
  return (
    <Panel title={t('approvals.chain')}>
      <Loaded query={course} rows={3}>
        {(found) => <Picture course={found} id={view.id} />}
      </Loaded>
    </Panel>
  )
}
