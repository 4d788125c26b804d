import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons'
import { Button, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCalendarName } from '@/shared/calendars'
import { useLabels } from '@/shared/i18n/labels'
import { limitWords } from '@/shared/time'
import { ScrollBox } from '@/shared/ui/ScrollBox'
import styles from './agreement.module.css'
import type { Agreement, Promised } from './api'

function Promises({ promises }: { promises: Promised[] }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const calendar = useCalendarName()
  const words = (values: string[], name: (value: string) => string) =>
    values.length === 0 ? t('agreements.any') : values.map(name).join(t('common.comma'))
  return (
    <ScrollBox className={styles.scroll}>
      <table className={styles.promises}>
        <thead>
          <tr>
            {(['clock', 'limit', 'calendar', 'matters', 'classes', 'levels', 'priorities', 'warning'] as const).map(
              (column) => (
                <th key={column} scope="col">
                  {t(`agreements.${column}`)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {promises.map((promise, index) => (
            <tr key={`${index}${promise.clock}`}>
              <td>{labels.value('ClockName', promise.clock)}</td>
              <td>
                <b>{limitWords(promise.limit)}</b>
              </td>
              <td>{promise.calendar ? calendar(promise.calendar) : '—'}</td>
              <td>{words(promise.matters, (one) => labels.value('IncidentKind', one))}</td>
              <td>{words(promise.classes, (one) => labels.value('SystemClass', one))}</td>
              <td>{words(promise.levels, (one) => labels.value('LevelShort', one))}</td>
              <td>{words(promise.priorities, (one) => one)}</td>
              <td>{promise.warning ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

interface Props {
  agreement: Agreement
  names: Record<string, string>
  may: boolean
  first: boolean
  last: boolean
  onEdit: () => void
  onRemove: () => void
  onMove: (by: -1 | 1) => void
}

function Tools({ agreement, first, last, onEdit, onRemove, onMove }: Omit<Props, 'names' | 'may'>) {
  const { t } = useTranslation()
  return (
    <span>
      <Button
        size="small"
        type="text"
        disabled={first}
        icon={<ArrowUpOutlined aria-hidden />}
        aria-label={t('agreements.up', { name: agreement.name })}
        onClick={() => onMove(-1)}
      />
      <Button
        size="small"
        type="text"
        disabled={last}
        icon={<ArrowDownOutlined aria-hidden />}
        aria-label={t('agreements.down', { name: agreement.name })}
        onClick={() => onMove(1)}
      />
      <Button size="small" type="link" onClick={onEdit}>
        {t('common.edit')}
      </Button>
      <Button size="small" type="link" danger onClick={onRemove}>
        {t('common.delete')}
      </Button>
    </span>
  )
}

/** One agreement: for whom, for what, within what time. */
export function AgreementCard({ names, may, ...props }: Props) {
  const { t } = useTranslation()
  const labels = useLabels()
  const calendar = useCalendarName()
  const { agreement } = props
  const named = (ids: string[], all: string) =>
    ids.length === 0 ? all : ids.map((id) => names[id] ?? id).join(t('common.comma'))
  const facts = [
    named(agreement.units, t('agreements.allUnits')),
    named(agreement.systems, t('agreements.allSystems')),
    agreement.hours && calendar(agreement.hours),
    agreement.from || agreement.until ? `${agreement.from ?? '…'} → ${agreement.until ?? '…'}` : t('agreements.always'),
    agreement.clause,
  ]
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <span>
          <b>{agreement.name}</b> <Tag>{labels.value('AgreementKind', agreement.kind)}</Tag>
          {agreement.grade && <Tag>{agreement.grade}</Tag>}
        </span>
        {may && <Tools {...props} />}
      </div>
      <p className={styles.quiet}>{facts.filter(Boolean).join(' · ')}</p>
      {agreement.leftOut.length > 0 && (
        <p className={styles.quiet}>
          {t('agreements.leftOut')}
          {t('common.colon')}
          {agreement.leftOut.map((one) => labels.value('IncidentKind', one)).join(t('common.comma'))}
        </p>
      )}
      {agreement.terms && <p className={styles.terms}>{agreement.terms}</p>}
      {agreement.shares.length > 0 && (
        <p>{agreement.shares.map((share) => t('agreements.share', { ...share })).join(' · ')}</p>
      )}
      {agreement.promises.length > 0 && <Promises promises={agreement.promises} />}
    </li>
  )
}
