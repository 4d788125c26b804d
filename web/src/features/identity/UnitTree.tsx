import { Tree } from 'antd'
import type { DataNode } from 'antd/es/tree'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Unit } from './api'
import styles from './identity.module.css'

type Title = (unit: Unit) => DataNode['title']

function branchesOf(units: Unit[], parent: string | null, title: Title): DataNode[] {
  return units.filter((unit) => unit.parent === parent).map((unit) => nodeOf(units, unit, title))
}

const nodeOf = (units: Unit[], unit: Unit, title: Title): DataNode => ({
  key: unit.id,
  title: title(unit),
  children: branchesOf(units, unit.id, title),
})

/** What stands at the top: the parent may be out of a person's sight. */
function treeOf(units: Unit[], title: Title): DataNode[] {
  const seen = new Set(units.map((unit) => unit.id))
  const roots = units.filter((unit) => unit.parent === null || !seen.has(unit.parent))
  return roots.map((root) => nodeOf(units, root, title))
}

interface Props {
  units: Unit[]
  selected: string | undefined
  onSelect: (unit: string | undefined) => void
}

export function UnitTree({ units, selected, onSelect }: Props) {
  const { t } = useTranslation()
  const tree = useMemo(() => {
    const title = (unit: Unit) =>
      unit.active ? unit.name : <span className={styles.closed}>{t('people.closedName', { name: unit.name })}</span>
    return treeOf(units, title)
  }, [units, t])
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
