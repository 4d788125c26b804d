import { Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { RefPicker } from '@/features/record/RefPicker'
import { useLabels } from '@/shared/i18n/labels'
import type { ScopeKind } from '@/shared/settings'
import styles from './scope.module.css'

/** For whom a rule holds; without an id for everybody, or for whom has not been said yet. */
export interface RuleScope {
  kind: ScopeKind
  id: string | undefined
}
export const EVERYBODY: RuleScope = { kind: 'GLOBAL', id: undefined }
export const isNamed = ({ kind, id }: RuleScope): boolean => kind === 'GLOBAL' || Boolean(id)

const KINDS: ScopeKind[] = ['GLOBAL', 'UNIT', 'SYSTEM']

interface Props {
  scope: RuleScope
  onChange: (scope: RuleScope) => void
  /** Where there may be a rule of its own besides that for everybody. */
  kinds?: ScopeKind[]
}

/** For everybody, for one unit, or for one system. */
export function ScopePicker({ scope, onChange, kinds = KINDS }: Props) {
  const { t } = useTranslation()
  const labels = useLabels()
  const { kind } = scope
  return (
    <div className={styles.scope}>
      <span>{t('settings.for')}</span>
      <Radio.Group
        optionType="button"
        value={kind}
        onChange={(event) => onChange({ kind: event.target.value as ScopeKind, id: undefined })}
        options={KINDS.filter((value) => kinds.includes(value)).map((value) => ({
          value,
          label: labels.value('Scope', value),
        }))}
      />
      {kind !== 'GLOBAL' && (
        <RefPicker
          key={kind}
          type={kind === 'UNIT' ? 'unit' : 'system'}
          aria-label={t('settings.for')}
          value={scope.id}
          onChange={(id) => onChange({ kind, id })}
        />
      )}
    </div>
  )
}
