import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { lookUp, useLabels } from '@/shared/i18n/labels'
import { one, useSearchState } from '@/shared/search'
import { useCan } from '@/shared/session'
import { EmptyState } from '@/shared/ui/EmptyState'
import { Loaded } from '@/shared/ui/Loaded'
import { PageHeader } from '@/shared/ui/PageHeader'
import { settingsQuery, type Setting } from './api'
import { Proposed } from '@/shared/ui/Proposed'
import { SettingDrawer } from './SettingDrawer'
import styles from './setting.module.css'
import { SettingValue } from './SettingValue'
import { sameValue } from './words'

const nameOf = (setting: Setting): string => lookUp(`setting.${setting.key}`) ?? setting.key

function Line({ setting, onOpen }: { setting: Setting; onOpen: () => void }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const changed = !sameValue(setting.value, setting.default)
  return (
    <li className={styles.line}>
      <div className={styles.name}>
        <b>{nameOf(setting)}</b> {setting.proposed && <Proposed />}
        <code className={styles.key}>{setting.key}</code>
      </div>
      <div className={styles.value}>
        <SettingValue setting={setting} value={setting.value} folded />
        {changed && (
          <span className={styles.hint}>
            {t('settings.default')} <SettingValue setting={setting} value={setting.default} folded />
          </span>
        )}
      </div>
      <div className={styles.source}>
        {setting.clause && <span>{setting.clause}</span>}
        <span className={styles.hint}>
          {setting.origin
            ? (setting.origin.scopeName ?? labels.value('Scope', setting.origin.scopeKind))
            : t('settings.isDefault')}
        </span>
      </div>
      <Button size="small" onClick={onOpen} aria-label={`${t('settings.where')} ${nameOf(setting)}`}>
        {t('settings.where')}
      </Button>
    </li>
  )
}

/** Every figure of the rules, what it is, and who says so. */
export default function SettingsPage() {
  const { t } = useTranslation()
  const may = useCan('setting:read')
  const settings = useQuery({ ...settingsQuery, enabled: may })
  const [search, change, replace] = useSearchState()
  const text = (one(search.q) ?? '').toLowerCase()
  const onlyProposed = one(search.proposed) === 'true'
  const fits = (setting: Setting) =>
    (!onlyProposed || setting.proposed) &&
    `${nameOf(setting)} ${setting.key} ${setting.clause ?? ''}`.toLowerCase().includes(text)
  if (!may) return <EmptyState kind="forbidden" />
  return (
    <div className={styles.page}>
      <PageHeader title={t('settings.title')} subtitle={t('settings.hint')} />
      <div className={styles.tools}>
        <Input
          type="search"
          allowClear
          className={styles.search ?? ''}
          placeholder={t('settings.search')}
          aria-label={t('settings.search')}
          value={one(search.q) ?? ''}
          onChange={(event) => change({ q: event.target.value || undefined })}
        />
        <Checkbox
          checked={onlyProposed}
          onChange={(event) => change({ proposed: event.target.checked ? 'true' : undefined })}
        >
          {t('settings.onlyProposed')}
        </Checkbox>
      </div>
      <Loaded query={settings} rows={12}>
        {(all) => {
          const shown = all.filter(fits)
          const modules = [...new Set(shown.map((setting) => setting.module))]
          return shown.length === 0 ? (
            <EmptyState
              kind="filtered"
              action={<Button onClick={() => replace({})}>{t('common.empty.clearFilters')}</Button>}
            />
          ) : (
            modules.map((module) => (
              <section key={module} className={styles.module}>
                <h2>{lookUp(`settings.modules.${module}`) ?? module}</h2>
                <ul>
                  {shown
                    .filter((setting) => setting.module === module)
                    .map((setting) => (
                      <Line key={setting.key} setting={setting} onOpen={() => change({ key: setting.key })} />
                    ))}
                </ul>
              </section>
            ))
          )
        }}
      </Loaded>
      <SettingDrawer settingKey={one(search.key)} onClose={() => change({ key: undefined })} />
    </div>
  )
}
