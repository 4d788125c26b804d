import { CheckOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLabels } from '@/shared/i18n/labels'
import { areaWords, permissionWords } from '@/shared/permissions'
import { Loaded } from '@/shared/ui/Loaded'
import { PageHeader } from '@/shared/ui/PageHeader'
import { rolesQuery, type Role } from './api'
import styles from './identity.module.css'
import { Tabs } from './Tabs'

function Matrix({ roles }: { roles: Role[] }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const permissions = [...new Set(roles.flatMap((role) => role.permissions))].sort()
  const areas = [...new Set(permissions.map((permission) => permission.split(':')[0] ?? ''))]
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard
    <div className={styles.matrixFrame} tabIndex={0} role="region" aria-label={t('people.tabs.roles')}>
      <table className={styles.matrix}>
        <thead>
          <tr>
            <th scope="col">{t('people.permission')}</th>
            {roles.map((role) => (
              <th key={role.code} scope="col">
                {labels.value('Role', role.code)}
              </th>
            ))}
          </tr>
        </thead>
        {areas.map((area) => (
          <tbody key={area}>
            <tr>
              <th scope="rowgroup" colSpan={roles.length + 1} data-area>
                {areaWords(area)}
              </th>
            </tr>
            {permissions
              .filter((permission) => permission.startsWith(`${area}:`))
              .map((permission) => (
                <tr key={permission}>
                  <th scope="row" title={permission}>
                    {permissionWords(permission, labels)}
                  </th>
                  {roles.map((role) => (
                    <td key={role.code}>
                      {role.permissions.includes(permission) && <CheckOutlined aria-label={t('common.yes')} />}
                    </td>
                  ))}
                </tr>
              ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

/** What each role may do. Roles come with the product; who holds them is decided with each person. */
export default function RolesPage() {
  const { t } = useTranslation()
  const roles = useQuery(rolesQuery)
  return (
    <>
      <PageHeader title={t('people.title')} />
      <Tabs />
      <p className={styles.hint}>{t('people.rolesHint')}</p>
      <Loaded query={roles}>{(all) => <Matrix roles={all} />}</Loaded>
    </>
  )
}
