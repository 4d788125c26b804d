import { Tree } from 'antd'
import type { DataNode } from 'antd/es/tree'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Unit } from './api'

export function branchesOf(units: Unit[], parent: string | null): DataNode[] {
  return units
    .filter((unit) => unit.parent === parent)
    .map((unit) => ({ key: unit.id, title: unit.name, children: branchesOf(units, unit.id) }))
}

/** What stands at the top: the parent may be out of a person's sight. */
export function treeOf(units: Unit[]): DataNode[] {
  const seen = new Set(units.map((unit) => unit.id))
  const roots = units.filter((unit) => unit.parent === null || !seen.has(unit.parent))
  return roots.map((root) => ({ key: root.id, title: root.name, children: branchesOf(units, root.id) }))
}

interface Props {
  units: Unit[]
  selected: string | undefined
  onSelect: (unit: string | undefined) => void
}

export function UnitTree({ units, selected, onSelect }: Props) {
  const { t } = useTranslation()
  const tree = useMemo(() => treeOf(units), [units])
  return (
    <Tree
      aria-label={t('people.tabs.units')}
      blockNode
      defaultExpandAll={units.length < 60}
      defaultExpandedKeys={tree.map((node) => node.key)}
      treeData={tree}
      selectedKeys={selected ? [selected] : []}
      onSelect={(keys) => onSelect(keys[0] === undefined ? undefined : String(keys[0]))}
    />
  )
}
