import type { TFunction } from 'i18next'
import type { Card, Column, QuickFilter } from '@/features/record/table'
import type { Labels } from '@/shared/i18n/labels'
import type { GroupRef, Kind, Me, PersonRef, Phase, SystemRef, UnitRef } from '@/shared/types'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import { LevelTag, PriorityTag, stateEnum, StateTag } from '@/shared/ui/tags'
import { TimeLeft } from '@/shared/ui/TimeLeft'

/** What every list of records knows of a record. */
interface AnyRow {
  number: string
  title: string
  state: string
  phase: Phase
  unit: UnitRef
  nextDueAt?: string | null
  /** Asked for by hand, where no rule sets a limit. */
  dueAt?: string | null
  openedAt: string
  updatedAt?: string
}

/** A record that is handled by people and groups. */
interface RecordRow extends AnyRow {
  level: string | null
  priority: string | null
  system: SystemRef | null
  assignee: PersonRef | null
  assignmentGroup: GroupRef | null
}

const dueAt = (row: AnyRow) => (row.phase === 'DONE' ? null : (row.nextDueAt ?? row.dueAt ?? null))

function Left({ row }: { row: AnyRow }) {
  if (row.phase === 'DONE') return null
  return <TimeLeft dueAt={dueAt(row)} startedAt={row.openedAt} paused={row.phase === 'WAITING'} />
}

/** On a phone: when it is due, else when it was opened. */
export const When = ({ row }: { row: AnyRow }) => (dueAt(row) ? <Left row={row} /> : <RelativeTime at={row.openedAt} />)

/** A column that is called as its field is. */
export const fieldColumn =
  <R,>(labels: Labels) =>
  (key: string, width: number, render: Column<R>['render'], more: Partial<Column<R>> = {}): Column<R> => ({
    key,
    title: labels.field(key),
    width,
    render,
    ...more,
  })

/** The columns that every list has, by name; a kind puts them in its order and adds its own. */
export function commonColumns<R extends AnyRow>(kind: Kind, t: TFunction, labels: Labels) {
  const column = fieldColumn<R>(labels)
  return {
    column,
    number: column('number', 124, (row) => row.number, { sticky: true }),
    title: column('title', 300, (row) => <span title={row.title}>{row.title}</span>, { sticky: true }),
    state: column('state', 132, (row) => <StateTag kind={kind} state={row.state} phase={row.phase} />),
    timeLeft: column('nextDueAt', 150, (row) => <Left row={row} />, { title: t('common.list.timeLeft') }),
    unit: column('unit', 130, (row) => row.unit.name),
    openedAt: column('openedAt', 140, (row) => <RelativeTime at={row.openedAt} />, { sort: 'openedAt' }),
    updatedAt: column('updatedAt', 140, (row) => <RelativeTime at={row.updatedAt ?? null} />, {
      sort: 'updatedAt',
      hidden: true,
    }),
  }
}

/** Those of records that are handled. */
export function recordColumns<R extends RecordRow>(kind: Kind, t: TFunction, labels: Labels) {
  const common = commonColumns<R>(kind, t, labels)
  const { column } = common
  return {
    ...common,
    level: column('level', 104, (row) => <LevelTag level={row.level} />),
    priority: column('priority', 84, (row) => <PriorityTag priority={row.priority} />),
    timeLeft: { ...common.timeLeft, sort: 'nextDueAt' },
    system: column('system', 150, (row) => row.system?.name),
    group: column('group', 140, (row) => row.assignmentGroup?.name),
    assignee: column('assignee', 96, (row) => row.assignee?.name),
  }
}

/** A record in the list of a phone. */
export const recordCard =
  (kind: Kind) =>
  (row: RecordRow): Card => ({
    title: row.title,
    meta: (
      <>
        <span>{row.number}</span>
        <StateTag kind={kind} state={row.state} phase={row.phase} />
        <LevelTag level={row.level} />
        <PriorityTag priority={row.priority} />
        <When row={row} />
      </>
    ),
  })

type Shared = 'phase' | 'state' | 'due' | 'mine' | 'group' | 'unit'

/** The chips that every list of records has: how far it is, how urgent, and whose it is. */
export function recordFilters(kind: Kind, t: TFunction, labels: Labels, me: Me | null): QuickFilter<Shared>[] {
  const groups = me?.groups.map((group) => ({ value: group.id, label: group.name })) ?? []
  return [
    { name: 'phase', label: labels.field('phase'), options: labels.options('Phase'), multiple: true },
    { name: 'state', label: labels.field('state'), options: labels.options(stateEnum(kind)), multiple: true },
    { name: 'due', label: labels.field('due'), options: labels.options('Due') },
    { name: 'mine', label: t('common.list.mine'), value: 'true' },
    ...(groups.length > 0 ? [{ name: 'group' as const, label: t('common.list.myGroups'), options: groups }] : []),
    ...(me ? [{ name: 'unit' as const, label: t('common.list.myUnit'), value: me.unit.id }] : []),
  ]
}
