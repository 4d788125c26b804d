import { Alert, Button, Checkbox, Radio } from 'antd'
import { useState } from 'react'
import { ListFrame } from '@/features/record/ListFrame'
import { Panel } from '@/features/record/Panel'
import { useSelection } from '@/features/record/useSelection'
import { useAccountWords } from '@/shared/i18n/account'
import { useLabels } from '@/shared/i18n/labels'
import type { RecordView } from '@/shared/types'
import { EmptyState } from '@/shared/ui/EmptyState'
import { useSlice } from '@/shared/useSlice'
import styles from './account.module.css'
import type { ReviewLine } from './api'
import { Deciding, type Wanted } from './Deciding'
import { ReviewLineItem } from './ReviewLineItem'

type Shown = 'all' | 'undecided' | 'open'
const VERDICTS = ['KEEP', 'CHANGE', 'CLOSE'] as const

interface BarProps {
  view: RecordView
  chosen: ReviewLine[]
  onWant: (wanted: Wanted) => void
}

/** What can be said about the chosen accounts. The server decides whether it may be said at all. */
function Bar({ view, chosen, onWant }: BarProps) {
  const { t } = useAccountWords()
  const labels = useLabels()
  const may = (command: string) => view.actions.some((action) => action.command === command)
  return (
    <>
      {chosen.length > 0 && <span aria-live="polite">{t('reviewChosen', { count: chosen.length })}</span>}
      {may('Decide') &&
        VERDICTS.map((verdict) => (
          <Button
            key={verdict}
            size="small"
            type={verdict === 'KEEP' ? 'primary' : 'default'}
            disabled={chosen.length === 0}
            onClick={() => onWant(verdict)}
          >
            {labels.value('ReviewVerdict', verdict)}
          </Button>
        ))}
      {may('Waive') && (
        <Button size="small" disabled={chosen.length === 0} onClick={() => onWant('WAIVE')}>
          {labels.command('Waive')}
        </Button>
      )}
    </>
  )
}

/** The accounts of a round, as they stood when it began, and what is decided about each. */
export function ReviewLines({ view }: { view: RecordView }) {
  const { t } = useAccountWords()
  const [shown, setShown] = useState<Shown>('all')
  const [wanted, setWanted] = useState<Wanted>()
  const { selected, select, clear } = useSelection()
  const list = useSlice(
    '/api/account-review-lines',
    { review: view.id, ...(shown !== 'all' && { [shown]: 'true' }) },
    { anew: view.version },
  )
  const acting = view.actions.some(({ command }) => command === 'Decide' || command === 'Waive')
  const chosen = list.rows.filter((row) => selected.has(row.id))
  const show = (next: Shown) => {
    clear()
    setShown(next)
  }
  return (
    <Panel title={t('reviewLines')}>
      {view.details.reviewCause === 'ENDING' && <Alert type="info" showIcon title={t('reviewEndingHint')} />}
      <div className={styles.reviewBar}>
        <Radio.Group
          optionType="button"
          size="small"
          aria-label={t('reviewLines')}
          value={shown}
          onChange={(event) => show(event.target.value as Shown)}
          options={[
            { value: 'all', label: t('reviewLinesAll') },
            { value: 'undecided', label: t('reviewLinesUndecided') },
            { value: 'open', label: t('reviewLinesOpen') },
          ]}
        />
        {acting && (
          <Checkbox
            checked={list.rows.length > 0 && chosen.length === list.rows.length}
            indeterminate={chosen.length > 0 && chosen.length < list.rows.length}
            onChange={(event) =>
              select(
                list.rows.map((row) => row.id),
                event.target.checked,
              )
            }
          >
            {t('reviewChooseAll')}
          </Checkbox>
        )}
        {acting && <Bar view={view} chosen={chosen} onWant={setWanted} />}
      </div>
      <ListFrame
        list={list}
        onClear={shown === 'all' ? undefined : () => show('all')}
        empty={<EmptyState kind="nothing" title={t('reviewLinesNone')} />}
      >
        <ul className={styles.reviewLines}>
          {list.rows.map((row) => (
            <ReviewLineItem
              key={row.id}
              line={row}
              chosen={acting ? selected.has(row.id) : undefined}
              onChoose={(on) => select([row.id], on)}
            />
          ))}
        </ul>
      </ListFrame>
      {wanted && (
        <Deciding
          view={view}
          lines={chosen}
          wanted={wanted}
          onDone={() => {
            setWanted(undefined)
            clear()
          }}
          onClose={() => setWanted(undefined)}
        />
      )}
    </Panel>
  )
}
