import { CloseOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import type { RefType } from '@/features/record/refs'
import { useRefName } from '@/features/record/useRefName'
import { useValue } from '@/features/record/values'
import { useLabels } from '@/shared/i18n/labels'
import styles from './toolbar.module.css'

const REFS: Record<string, RefType> = {
  unit: 'unit',
  system: 'system',
  group: 'group',
  assignee: 'person',
  requester: 'person',
  origin: 'record',
}

/** A condition that came with the address and has no chip of its own; it can be read and taken away. */
export function ForeignChip({ name, values, onClear }: { name: string; values: string[]; onClear: () => void }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const text = useValue()
  const ref = REFS[name]
  const named = useRefName(ref ?? 'unit', ref ? values[0] : undefined)
  const shown = (value: string) =>
    value === 'true' ? t('common.yes') : value === 'false' ? t('common.no') : text(name, value)
  return (
    <button type="button" className={styles.chip} data-active onClick={onClear} title={t('common.list.clear')}>
      {labels.field(name)}
      <b className={styles.summary}>{ref ? (named ?? '…') : values.map(shown).join(t('common.comma'))}</b>
      <CloseOutlined aria-hidden className={styles.caret} />
    </button>
  )
}
