import { PlusOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Popconfirm, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { useLabels } from '@/shared/i18n/labels'
import { useCan } from '@/shared/session'
import { ListLink } from '@/shared/ui/ListLink'
import { problemText } from '@/shared/ui/problemText'
import { changeUnit, staffingQuery, type Unit } from './api'
import styles from './identity.module.css'
import type { Task } from './UnitForm'

function Closing({ unit }: { unit: Unit }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const change = useMutation({
    mutationFn: (active: boolean) => changeUnit(unit.id, { name: unit.name, active }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['units'] })
      void message.success(t('common.saved'))
    },
    onError: (error) => void message.error(problemText(error)),
  })
  if (!unit.active)
    return (
      <Button loading={change.isPending} onClick={() => change.mutate(true)}>
        {t('people.reopenUnit')}
      </Button>
    )
  return (
    <Popconfirm
      title={t('people.closeUnitSure', { name: unit.name })}
      description={t('people.closeUnitHint')}
      okText={t('people.closeUnit')}
      okButtonProps={{ danger: true }}
      onConfirm={() => change.mutateAsync(false).catch(() => undefined)}
    >
      <Button danger>{t('people.closeUnit')}</Button>
    </Popconfirm>
  )
}

/** What a using unit must have and this one has not: administrator, leader in charge, clerk. */
function Lacking({ unit }: { unit: Unit }) {
  const { t } = useTranslation()
  const sees = useCan('person:read')
  const found = useQuery({ ...staffingQuery, enabled: sees }).data?.find((one) => one.unit.id === unit.id)
  if (!found) return null
  const lacking = (['administrators', 'leaders', 'clerks'] as const).filter((one) => found[one] === 0)
  return (
    <p className={styles.hint}>
      <Tag>{t('people.lacking.title')}</Tag>
      {lacking.map((one) => t(`people.lacking.${one}`)).join(t('common.comma'))}
    </p>
  )
}

/** One unit and what may be done with it. */
export function UnitPane({ unit, onTask }: { unit: Unit; onTask: (task: Task) => void }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const may = useCan('unit:manage')
  return (
    <>
      <h2 className={styles.paneTitle}>
        {unit.name} {!unit.active && <Tag>{t('people.closed')}</Tag>}
      </h2>
      <p className={styles.hint}>{[labels.value('UnitKind', unit.kind), unit.path].join(' · ')}</p>
      <Lacking unit={unit} />
      <div className={styles.buttons}>
        {may && unit.active && (
          <Button
            type="primary"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => onTask({ kind: 'create', parent: unit })}
          >
            {t('people.newUnit')}
          </Button>
        )}
        {may && <Button onClick={() => onTask({ kind: 'edit', unit })}>{t('common.edit')}</Button>}
        <ListLink to="/people" search={{ unit: unit.id }}>
          <Button>{t('people.seePeople')}</Button>
        </ListLink>
        {may && unit.parent && <Closing unit={unit} />}
      </div>
    </>
  )
}
