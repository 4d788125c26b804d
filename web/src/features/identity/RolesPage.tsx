import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLabels, type Labels } from '@/shared/i18n/labels'
import { areaWords, permissionWords } from '@/shared/permissions'
import { rolesQuery, type Role, nameOf } from '@/shared/roles'
import { one, useSearchState } from '@/shared/search'
import { useCan } from '@/shared/session'
import { EmptyState } from '@/shared/ui/EmptyState'
import { Loaded } from '@/shared/ui/Loaded'
import { PageHeader } from '@/shared/ui/PageHeader'
import styles from './identity.module.css'
import { RoleDrawer } from './RoleDrawer'
import { RoleForm } from './RoleForm'
import { dutiesOf } from './roleNames'
import { Tabs } from './Tabs'

const SECTIONS = ['2.1', '2.2', '2.3', 'own'] as const
const sectionOf = (role: Role) => role.section ?? 'own'

const textOf = (role: Role, labels: Labels): string =>
  [
    ...[role.code, role.nameZh, role.nameEn, role.dutiesZh, role.dutiesEn, role.clause],
    ...role.permissions.map((one) => `${one} ${areaWords(one)}${permissionWords(one, labels)}`),
  ]
    .join(' ')
    .toLowerCase()

function Marks({ role }: { role: Role }) {
  const { t } = useTranslation()
  const labels = useLabels()
  return (
    <>
      {role.administration !== 'NONE' && <Tag>{labels.value('Administration', role.administration)}</Tag>}
      {role.fixed && <Tag>{t('rights.fixed')}</Tag>}
      {!role.shipped && <Tag>{t('rights.own')}</Tag>}
      {!role.active && <Tag>{t('rights.off')}</Tag>}
    </>
  )
}

function RoleLine({ role, onOpen }: { role: Role; onOpen: () => void }) {
  const { t, i18n } = useTranslation()
  return (
    <li>
      <div className={styles.roleHead}>
        <button type="button" className={styles.open} onClick={onOpen}>
          {nameOf(role, i18n.language)}
        </button>
        <Marks role={role} />
        <span className={styles.faint}>{t('rights.count', { count: role.permissions.length })}</span>
      </div>
      <p className={styles.duties}>{dutiesOf(role, i18n.language)}</p>
    </li>
  )
}

function RoleList({ roles, text, onOpen }: { roles: Role[]; text: string; onOpen: (role: Role) => void }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const wanted = text.trim().toLowerCase()
  const shown = roles.filter((role) => textOf(role, labels).includes(wanted))
  if (shown.length === 0) return <EmptyState kind="filtered" />
  return SECTIONS.filter((section) => shown.some((role) => sectionOf(role) === section)).map((section) => (
    <section key={section}>
      <h2 className={styles.subtitle}>{t(`rights.section.${section}`)}</h2>
      <ul className={styles.roles}>
        {shown
          .filter((role) => sectionOf(role) === section)
          .map((role) => (
            <RoleLine key={role.code} role={role} onOpen={() => onOpen(role)} />
          ))}
      </ul>
    </section>
  ))
}

/** The roles of the rules and one's own: what each is for and may do. Who holds them is decided with each person. */
export default function RolesPage() {
  const { t } = useTranslation()
  const [search, change] = useSearchState()
  const roles = useQuery(rolesQuery)
  const may = useCan('role:manage')
  const [editing, setEditing] = useState<'new' | 'open'>()
  const open = roles.data?.find((role) => role.code === one(search.role))
  return (
    <>
      <PageHeader
        title={t('people.title')}
        actions={
          may && (
            <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setEditing('new')}>
              {t('rights.newRole')}
            </Button>
          )
        }
      />
      <Tabs />
      <p className={styles.hint}>{t('people.rolesHint')}</p>
      <Input.Search
        className={styles.search}
        aria-label={t('rights.searchRoles')}
        placeholder={t('rights.searchRoles')}
        allowClear
        value={one(search.q) ?? ''}
        onChange={(event) => change({ q: event.target.value || undefined })}
      />
      <Loaded query={roles}>
        {(all) => <RoleList roles={all} text={one(search.q) ?? ''} onOpen={(role) => change({ role: role.code })} />}
      </Loaded>
      {open && !editing && (
        <RoleDrawer role={open} onEdit={() => setEditing('open')} onClose={() => change({ role: undefined })} />
      )}
      {editing && (
        <RoleForm
          role={editing === 'open' ? open : undefined}
          onSaved={() => setEditing(undefined)}
          onClose={() => setEditing(undefined)}
        />
      )}
    </>
  )
}
