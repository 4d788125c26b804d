import { useQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lookUp, useLabels } from '@/shared/i18n/labels'
import { useCan } from '@/shared/session'
import { formatInstant } from '@/shared/time'
import { Loaded } from '@/shared/ui/Loaded'
import { usePhone } from '@/shared/viewport'
import { type SettingDetails, type Step } from './api'
import { settingQuery, type ScopeKind } from '@/shared/settings'
import { Proposals } from '@/features/record/Proposals'
import { Proposed } from '@/shared/ui/Proposed'
import { EVERYBODY, isNamed, ScopePicker } from '@/features/record/ScopePicker'
import styles from './setting.module.css'
import { SettingForm } from './SettingForm'
import { SettingValue } from './SettingValue'

const personOf = (by: Step['by']): string | null => (by && typeof by === 'object' ? by.name : null)

function Origin({ details }: { details: SettingDetails }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const { setting, trace, history } = details
  const decided = trace.findIndex((step) => step.value !== null)
  const where = (step: Step) => step.scopeName ?? labels.value('Scope', step.scopeKind)
  return (
    <>
      <h3>{t('settings.trace')}</h3>
      <ol className={styles.trace}>
        {trace.map((step, index) => (
          <li key={`${step.scopeKind}${step.scopeName}`} data-decides={index === decided}>
            <span>{where(step)}</span>
            {step.value === null ? (
              <span className={styles.hint}>{t('settings.saysNothing')}</span>
            ) : (
              <span>
                <SettingValue setting={setting} value={step.value} folded />
                {step.effectiveFrom && (
                  <span className={styles.hint}> {t('settings.since', { at: formatInstant(step.effectiveFrom) })}</span>
                )}
              </span>
            )}
          </li>
        ))}
        <li data-decides={decided === -1}>
          <span>{t('settings.default')}</span>
          <SettingValue setting={setting} value={setting.default} folded />
        </li>
      </ol>
      <h3>{t('settings.history')}</h3>
      {history.length === 0 ? (
        <p className={styles.hint}>{t('settings.noHistory')}</p>
      ) : (
        <ul className={styles.history}>
          {history.map((change) => (
            <li key={`${change.changedAt}${change.scopeName}`}>
              <b>
                <SettingValue setting={setting} value={change.value} />
              </b>
              <span className={styles.hint}>
                {[where(change), t('settings.since', { at: formatInstant(change.effectiveFrom) }), personOf(change.by)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {change.reason && <span>{change.reason}</span>}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** Where a value comes from, for the whole organisation or for one unit or system. */
export function SettingDrawer({ settingKey, onClose }: { settingKey: string | undefined; onClose: () => void }) {
  const { t } = useTranslation()
  const phone = usePhone()
  return (
    <Drawer
      open={settingKey !== undefined}
      onClose={onClose}
      size={phone ? '100%' : 560}
      title={settingKey && (lookUp(`setting.${settingKey}`) ?? settingKey)}
      destroyOnHidden
      aria-label={t('settings.where')}
    >
      {settingKey && <Body key={settingKey} settingKey={settingKey} />}
    </Drawer>
  )
}

function Body({ settingKey }: { settingKey: string }) {
  const { t } = useTranslation()
  const [scope, setScope] = useState(EVERYBODY)
  const globally = useQuery(settingQuery(settingKey, 'GLOBAL', undefined))
  const details = useQuery(settingQuery(settingKey, scope.kind, scope.id))
  const setting = globally.data?.setting
  return (
    <div className={styles.drawer}>
      {setting && (
        <p>
          {setting.proposed && <Proposed />}{' '}
          {setting.clause ? t('settings.clause', { clause: setting.clause }) : t('settings.noClause')}
        </p>
      )}
      <Proposals settingKey={settingKey} />
      {setting && setting.scopes.length > 1 && <ScopePicker scope={scope} onChange={setScope} kinds={setting.scopes} />}
      {isNamed(scope) && (
        <Loaded query={details}>
          {(found) => <Value key={`${scope.kind}${scope.id}`} found={found} kind={scope.kind} scope={scope.id} />}
        </Loaded>
      )}
    </div>
  )
}

function Value({ found, kind, scope }: { found: SettingDetails; kind: ScopeKind; scope: string | undefined }) {
  const { t } = useTranslation()
  const may = useCan('setting:change')
  const [editing, setEditing] = useState(false)
  const settable = found.setting.scopes.includes(kind)
  return (
    <>
      <h3>{t('settings.inForce')}</h3>
      <div className={styles.inForce}>
        <SettingValue setting={found.setting} value={found.setting.value} />
        {may && settable && !editing && (
          <Button size="small" onClick={() => setEditing(true)}>
            {t('settings.change')}
          </Button>
        )}
      </div>
      {may && !settable && <p className={styles.hint}>{t('settings.notHere')}</p>}
      {editing && <SettingForm setting={found.setting} kind={kind} scope={scope} onClose={() => setEditing(false)} />}
      <Origin details={found} />
    </>
  )
}
