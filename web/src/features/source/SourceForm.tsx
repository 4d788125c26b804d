import { useQueryClient } from '@tanstack/react-query'
import { Form, Input, Radio, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAccountWords } from '@/shared/i18n/account'
import { useLabels } from '@/shared/i18n/labels'
import { FormDrawer } from '@/shared/ui/FormDrawer'
import { type Answers, answersOf, saveSource, type Source, sourcesQuery } from './api'

const NEW: Partial<Answers> = {
  kind: 'LDAP',
  adopting: true,
  ldap: {
    urls: '',
    startTls: false,
    certificates: null,
    bindDn: null,
    baseDn: '',
    personFilter: '(objectClass=person)',
    nameAttribute: 'sAMAccountName',
    subjectAttribute: 'objectGUID',
    groupAttribute: 'memberOf',
    groupBase: null,
    nested: false,
  },
  oidc: {
    issuer: '',
    clientId: '',
    scopes: 'profile',
    nameClaim: 'preferred_username',
    groupsClaim: 'groups',
    secondFactor: false,
  },
}

function useRequired() {
  const { t } = useTranslation()
  return (field: string) => [{ required: true, whitespace: true, message: t('common.required', { field }) }]
}

function Text({
  name,
  label,
  hint,
  needed = false,
}: {
  name: string[]
  label: string
  hint?: string
  needed?: boolean
}) {
  const required = useRequired()
  return (
    <Form.Item name={name} label={label} extra={hint} rules={needed ? required(label) : []}>
      <Input spellCheck={false} autoCapitalize="none" />
    </Form.Item>
  )
}

function Directory() {
  const { t } = useAccountWords()
  return (
    <>
      <Text name={['ldap', 'urls']} label={t('ldapUrls')} hint={t('ldapUrlsHint')} needed />
      <Form.Item name={['ldap', 'startTls']} label={t('ldapStartTls')} extra={t('ldapStartTlsHint')}>
        <Switch />
      </Form.Item>
      <Form.Item name={['ldap', 'certificates']} label={t('ldapCertificates')} extra={t('ldapCertificatesHint')}>
        <Input.TextArea rows={3} spellCheck={false} placeholder="-----BEGIN CERTIFICATE-----" />
      </Form.Item>
      <Text name={['ldap', 'bindDn']} label={t('ldapBindDn')} hint={t('ldapBindDnHint')} />
      <Text name={['ldap', 'baseDn']} label={t('ldapBaseDn')} needed />
      <Text name={['ldap', 'personFilter']} label={t('ldapPersonFilter')} needed />
      <Text name={['ldap', 'nameAttribute']} label={t('ldapNameAttribute')} hint={t('ldapNameAttributeHint')} needed />
      <Text
        name={['ldap', 'subjectAttribute']}
        label={t('ldapSubjectAttribute')}
        hint={t('ldapSubjectAttributeHint')}
        needed
      />
      <Text name={['ldap', 'groupAttribute']} label={t('ldapGroupAttribute')} hint={t('ldapGroupAttributeHint')} />
      <Text name={['ldap', 'groupBase']} label={t('ldapGroupBase')} hint={t('ldapGroupBaseHint')} />
      <Form.Item name={['ldap', 'nested']} label={t('ldapNested')} extra={t('ldapNestedHint')}>
        <Switch />
      </Form.Item>
    </>
  )
}

function Issuer() {
  const { t } = useAccountWords()
  return (
    <>
      <Text name={['oidc', 'issuer']} label={t('oidcIssuer')} hint={t('oidcIssuerHint')} needed />
      <p>
        {t('oidcBack')} <code>{window.location.origin}/api/sso/back</code>
      </p>
      <Text name={['oidc', 'clientId']} label={t('oidcClientId')} needed />
      <Text name={['oidc', 'scopes']} label={t('oidcScopes')} />
      <Text name={['oidc', 'nameClaim']} label={t('oidcNameClaim')} hint={t('ldapNameAttributeHint')} needed />
      <Text name={['oidc', 'groupsClaim']} label={t('oidcGroupsClaim')} hint={t('oidcGroupsClaimHint')} />
      <Form.Item name={['oidc', 'secondFactor']} label={t('oidcSecondFactor')} extra={t('oidcSecondFactorHint')}>
        <Switch />
      </Form.Item>
    </>
  )
}

function KindFields({ source }: { source: Source | undefined }) {
  const { t } = useAccountWords()
  const kind = Form.useWatch<Answers['kind'] | undefined>('kind') ?? source?.kind ?? 'LDAP'
  return (
    <>
      {kind === 'LDAP' ? <Directory /> : <Issuer />}
      <Form.Item
        name="secret"
        label={t(kind === 'LDAP' ? 'ldapSecret' : 'oidcSecret')}
        extra={source?.hasSecret ? t('sourceSecretKept') : undefined}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </>
  )
}

interface Props {
  /** Absent for a new one. */
  source: Source | undefined
  onSaved: () => void
  onClose: () => void
}

/** Sets a directory or an issuer up. What it is asked with is sealed and never shown again. */
export function SourceForm({ source, onSaved, onClose }: Props) {
  const { t } = useAccountWords()
  const labels = useLabels()
  const required = useRequired()
  const queries = useQueryClient()
  return (
    <FormDrawer<Answers>
      title={source ? source.name : t('sourceNew')}
      initial={source ? answersOf(source) : NEW}
      save={(answers, key) =>
        // What was saved of it is seen, also when the rest was refused.
        saveSource(source, answers, key).finally(() => queries.invalidateQueries({ queryKey: sourcesQuery.queryKey }))
      }
      onSaved={onSaved}
      onClose={onClose}
    >
      <Form.Item name="kind" label={labels.field('kind')}>
        <Radio.Group disabled={source !== undefined} options={labels.options('SourceKind')} />
      </Form.Item>
      <Form.Item name="name" label={t('sourceName')} rules={required(t('sourceName'))}>
        <Input maxLength={100} autoFocus />
      </Form.Item>
      <Form.Item name="adopting" label={t('sourceAdopting')} extra={t('sourceAdoptingHint')}>
        <Switch />
      </Form.Item>
      <KindFields source={source} />
    </FormDrawer>
  )
}
