import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Descriptions, Drawer, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAccountWords } from '@/shared/i18n/account'
import { useLabels } from '@/shared/i18n/labels'
import { problemText } from '@/shared/ui/problemText'
import { usePhone } from '@/shared/viewport'
import { type Source, sourcesQuery, switchSource } from './api'
import { SourceGroups } from './SourceGroups'
import { SourceTrial } from './SourceTrial'
import styles from './source.module.css'

function Facts({ source }: { source: Source }) {
  const { t } = useAccountWords()
  const { t: common } = useTranslation()
  const labels = useLabels()
  const { ldap, oidc } = source
  const yes = (so: boolean) => common(so ? 'common.yes' : 'common.no')
  const facts = ldap
    ? {
        [t('ldapUrls')]: ldap.urls.join(' '),
        [t('ldapBindDn')]: ldap.bindDn,
        [t('ldapBaseDn')]: ldap.baseDn,
        [t('ldapNameAttribute')]: ldap.nameAttribute,
        [t('ldapGroupBase')]: ldap.groupBase,
      }
    : {
        [t('oidcIssuer')]: oidc?.issuer,
        [t('oidcClientId')]: oidc?.clientId,
        [t('oidcSecondFactor')]: yes(oidc?.secondFactor ?? false),
      }
  return (
    <Descriptions
      column={1}
      size="small"
      items={[
        { key: 'kind', label: labels.field('kind'), children: labels.value('SourceKind', source.kind) },
        { key: 'adopting', label: t('sourceAdopting'), children: yes(source.adopting) },
        ...Object.entries(facts).map(([label, value]) => ({ key: label, label, children: value ?? '—' })),
      ]}
    />
  )
}

function Activity({ source }: { source: Source }) {
  const { t } = useAccountWords()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const change = useMutation({
    mutationFn: () => switchSource(source),
    onSuccess: () => queries.invalidateQueries({ queryKey: sourcesQuery.queryKey }),
    onError: (error) => void message.error(problemText(error)),
  })
  if (!source.active)
    return (
      <Button loading={change.isPending} onClick={() => change.mutate()}>
        {t('sourceSwitchOn')}
      </Button>
    )
  return (
    <Popconfirm
      title={t('sourceSwitchOffSure', { name: source.name })}
      okText={t('sourceSwitchOff')}
      okButtonProps={{ danger: true }}
      onConfirm={() => change.mutateAsync().catch(() => undefined)}
    >
      <Button danger>{t('sourceSwitchOff')}</Button>
    </Popconfirm>
  )
}

/** A source: what it is, whether it answers, and which of its groups bring roles. */
export function SourceDrawer({ source, onEdit, onClose }: { source: Source; onEdit: () => void; onClose: () => void }) {
  const { t } = useTranslation()
  const phone = usePhone()
  return (
    <Drawer open title={source.name} onClose={onClose} size={phone ? '100%' : 560}>
      <Facts source={source} />
      <div className={styles.buttons}>
        <Button onClick={onEdit}>{t('common.edit')}</Button>
        <Activity source={source} />
      </div>
      <SourceTrial source={source} />
      <SourceGroups source={source} />
    </Drawer>
  )
}
