import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Descriptions, Drawer, Popconfirm } from 'antd'
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
        [t('ldapStartTls')]: yes(ldap.startTls),
        [t('ldapBindDn')]: ldap.bindDn,
        [t('ldapBaseDn')]: ldap.baseDn,
        [t('ldapPersonFilter')]: ldap.personFilter,
        [t('ldapNameAttribute')]: ldap.nameAttribute,
        [t('ldapSubjectAttribute')]: ldap.subjectAttribute,
        [t('ldapGroupAttribute')]: ldap.groupAttribute,
        [t('ldapGroupBase')]: ldap.groupBase,
        [t('ldapNested')]: yes(ldap.nested),
      }
    : {
        [t('oidcIssuer')]: oidc?.issuer,
        [t('oidcClientId')]: oidc?.clientId,
        [t('oidcScopes')]: oidc?.scopes.join(' '),
        [t('oidcNameClaim')]: oidc?.nameClaim,
        [t('oidcGroupsClaim')]: oidc?.groupsClaim,
        [t('oidcSecondFactor')]: yes(oidc?.secondFactor ?? false),
      }
  const secret = t(source.hasSecret ? 'sourceSecretThere' : 'sourceSecretNone')
  return (
    <Descriptions
      column={1}
      size="small"
      items={[
        { key: 'kind', label: labels.field('kind'), children: labels.value('SourceKind', source.kind) },
        { key: 'adopting', label: t('sourceAdopting'), children: yes(source.adopting) },
        { key: 'secret', label: t(ldap ? 'ldapSecret' : 'oidcSecret'), children: secret },
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
  const { t } = useAccountWords()
  const { t: common } = useTranslation()
  const phone = usePhone()
  return (
    <Drawer open title={source.name} onClose={onClose} size={phone ? '100%' : 560}>
      {source.failure && (
        <Alert
          type="error"
          showIcon
          title={t('sourceFailure')}
          description={source.failure}
          style={{ marginBottom: 12 }}
        />
      )}
      <Facts source={source} />
      <div className={styles.buttons}>
        <Button onClick={onEdit}>{common('common.edit')}</Button>
        <Activity source={source} />
      </div>
      <SourceTrial source={source} />
      <SourceGroups source={source} />
    </Drawer>
  )
}
