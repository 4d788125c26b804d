import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { settingQuery } from '@/shared/settings'
import { Proposals } from '@/features/record/Proposals'
import { EVERYBODY, isNamed, type RuleScope, ScopePicker } from '@/features/record/ScopePicker'
import { useLabels } from '@/shared/i18n/labels'
import { useCan } from '@/shared/session'
import { changeSetting } from '@/shared/settings'
import { Loaded } from '@/shared/ui/Loaded'
import { ReasonDrawer } from '@/shared/ui/ReasonDrawer'
import styles from './agreement.module.css'

export type Write<V> = (value: V, reason: string) => Promise<unknown>

const put = (key: string, { kind, id }: RuleScope, seen: number | undefined, value: unknown, reason: string) =>
  changeSetting(key, { scopeKind: kind, scopeId: id ?? null, value: value as never, effectiveFrom: null, reason }, seen)

interface Props<V> {
  settingKey: string
  children: (value: V, write: Write<V>) => ReactNode
}

/** A rule as it holds for everybody, for one unit or for one system; changed there, it holds there instead. */
export function ScopedRules<V>({ settingKey, children }: Props<V>) {
  const { t } = useTranslation()
  const labels = useLabels()
  const may = useCan('setting:change')
  const queries = useQueryClient()
  const [scope, setScope] = useState(EVERYBODY)
  const [dropping, drop] = useState(false)
  const details = useQuery(settingQuery(settingKey, scope.kind, scope.id))
  // Somebody else was quicker: what holds now comes into sight, what was typed stays.
  const write = (value: unknown, reason: string) =>
    put(settingKey, scope, details.data?.latest, value, reason).catch((error: unknown) => {
      void queries.invalidateQueries({ queryKey: ['settings'] })
      throw error
    })
  return (
    <>
      <Proposals settingKey={settingKey} scope={scope} />
      <ScopePicker scope={scope} onChange={setScope} />
      {isNamed(scope) && (
        <Loaded query={details}>
          {({ setting, trace }) => {
            const own = trace[0]?.value != null
            const from = setting.origin
            const where = from ? (from.scopeName ?? labels.value('Scope', from.scopeKind)) : t('settings.default')
            return (
              <>
                {scope.kind !== 'GLOBAL' && (
                  <p className={styles.quiet}>
                    {own ? t('agreements.ownRules') : t('agreements.inheritedRules', { where })}{' '}
                    {own && may && (
                      <Button size="small" type="link" onClick={() => drop(true)}>
                        {t('settings.toInherited')}
                      </Button>
                    )}
                  </p>
                )}
                {children(setting.value as V, write)}
              </>
            )
          }}
        </Loaded>
      )}
      {dropping && (
        <ReasonDrawer
          title={t('settings.toInherited')}
          onClose={() => drop(false)}
          onSaved={() => {
            drop(false)
            void queries.invalidateQueries({ queryKey: ['settings'] })
          }}
          save={(reason) => write(null, reason)}
        />
      )}
    </>
  )
}
