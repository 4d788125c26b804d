import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Descriptions, Drawer, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import { useLabels } from '@/shared/i18n/labels'
import { areaWords, permissionWords } from '@/shared/permissions'
import { type Role, nameOf } from '@/shared/roles'
import { useCan } from '@/shared/session'
import { problemText } from '@/shared/ui/problemText'
import { usePhone } from '@/shared/viewport'
import { changeRole } from './api'
import styles from './identity.module.css'
import { dutiesOf } from './roleNames'

function Activity({ role }: { role: Role }) {
  const { t, i18n } = useTranslation()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const change = useMutation({
    mutationFn: ({ nameZh, nameEn, dutiesZh, dutiesEn, patterns, active }: Role) =>
      changeRole(role, { nameZh, nameEn, dutiesZh, dutiesEn, patterns, active: !active }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['roles'] }),
    onError: (error) => void message.error(problemText(error)),
  })
  if (!role.active)
    return (
      <Button loading={change.isPending} onClick={() => change.mutate(role)}>
        {t('rights.switchOn')}
      </Button>
    )
  return (
    <Popconfirm
      title={t('rights.switchOffSure', { name: nameOf(role, i18n.language) })}
      okText={t('rights.switchOff')}
      okButtonProps={{ danger: true }}
      onConfirm={() => change.mutateAsync(role).catch(() => undefined)}
    >
      <Button danger>{t('rights.switchOff')}</Button>
    </Popconfirm>
  )
}

function Permissions({ role }: { role: Role }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const areas = [...new Set(role.permissions.map((permission) => permission.split(':')[0] ?? ''))]
  if (areas.length === 0) return <p className={styles.hint}>{t('rights.noPermissions')}</p>
  return areas.map((area) => (
    <section key={area}>
      <h3 className={styles.subtitle}>{areaWords(area)}</h3>
      <p className={styles.words}>
        {role.permissions
          .filter((permission) => permission.startsWith(`${area}:`))
          .map((permission) => permissionWords(permission, labels))
          .join(t('common.comma'))}
      </p>
    </section>
  ))
}

/** A role with its duties, where the rules name it, and what it may do. */
export function RoleDrawer({ role, onEdit, onClose }: { role: Role; onEdit: () => void; onClose: () => void }) {
  const { t, i18n } = useTranslation()
  const labels = useLabels()
  const phone = usePhone()
  const may = useCan('role:manage')
  return (
    <Drawer open title={nameOf(role, i18n.language)} onClose={onClose} size={phone ? '100%' : 480}>
      <Descriptions
        column={1}
        size="small"
        items={[
          { key: 'kind', label: t('rights.kind'), children: labels.value('Administration', role.administration) },
          { key: 'duties', label: t('rights.duties'), children: dutiesOf(role, i18n.language) || '—' },
          { key: 'clause', label: t('rights.clause'), children: role.clause || '—' },
          { key: 'patterns', label: t('rights.patterns'), children: <code>{role.patterns.join('  ') || '—'}</code> },
        ]}
      />
      {may && (
        <div className={styles.buttons}>
          <Button onClick={onEdit}>{t('common.edit')}</Button>
          {!role.fixed && <Activity role={role} />}
        </div>
      )}
      <Permissions role={role} />
    </Drawer>
  )
}
