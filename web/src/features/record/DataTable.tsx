import { CaretDownOutlined, CaretUpOutlined } from '@ant-design/icons'
import { Link, useNavigate } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import { memo, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Column } from '@/features/record/table'
import styles from './table.module.css'

interface Shared<R> {
  columns: Column<R>[]
  rowId: (row: R) => string
  rowName: (row: R) => string
  rowHref?: ((row: R) => string) | undefined
  selectable: boolean
}

interface Props<R> extends Shared<R> {
  rows: R[]
  sort: string | undefined
  onSort: (next: string) => void
  selected: ReadonlySet<string>
  onSelect: (ids: string[], on: boolean) => void
  dense: boolean
  label: string
}

const SELECT_WIDTH = 36

/** Where each sticky column begins. */
function offsets<R>(columns: Column<R>[], selectable: boolean): number[] {
  let left = selectable ? SELECT_WIDTH : 0
  return columns.map((column) => {
    const at = left
    if (column.sticky) left += column.width ?? 120
    return at
  })
}

function Heading<R>({
  column,
  left,
  sort,
  onSort,
}: { column: Column<R>; left: number } & Pick<Props<R>, 'sort' | 'onSort'>) {
  const { t } = useTranslation()
  const direction = sort === column.sort ? 'ascending' : sort === `-${column.sort}` ? 'descending' : undefined
  return (
    <th
      scope="col"
      data-sticky={column.sticky}
      {...(column.sort && { 'aria-sort': direction ?? ('none' as const) })}
      style={{ width: column.width, left: column.sticky ? left : undefined, textAlign: column.align }}
    >
      {column.sort ? (
        <button
          type="button"
          title={t('common.list.sortBy', { column: column.title })}
          onClick={() => onSort(direction === 'descending' ? `${column.sort}` : `-${column.sort}`)}
        >
          {column.title}
          {direction === 'ascending' && <CaretUpOutlined aria-hidden />}
          {direction === 'descending' && <CaretDownOutlined aria-hidden />}
        </button>
      ) : (
        column.title
      )}
    </th>
  )
}

interface RowProps<R> extends Shared<R> {
  row: R
  lefts: number[]
  chosen: boolean
  onSelect: (ids: string[], on: boolean) => void
}

function PlainRow<R>({ row, columns, lefts, rowId, rowName, rowHref, selectable, chosen, onSelect }: RowProps<R>) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const id = rowId(row)
  const href = rowHref?.(row)
  const first = columns.findIndex((column) => column.sticky)
  const open = (event: MouseEvent) => {
    const inner = (event.target as HTMLElement).closest('a,button,label,input')
    if (!href || inner || window.getSelection()?.toString()) return
    void navigate({ to: href })
  }
  return (
    // The row is a larger target for the mouse only; the link inside it serves the keyboard.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <tr data-id={id} data-chosen={chosen} data-open={Boolean(href)} onClick={open}>
      {selectable && (
        <td data-sticky style={{ left: 0, width: SELECT_WIDTH }}>
          <Checkbox
            checked={chosen}
            onChange={(event) => onSelect([id], event.target.checked)}
            aria-label={t('common.list.select', { number: rowName(row) })}
          />
        </td>
      )}
      {columns.map((column, index) => (
        <td
          key={column.key}
          data-sticky={column.sticky}
          style={{ left: column.sticky ? lefts[index] : undefined, textAlign: column.align }}
        >
          {index === Math.max(0, first) && href ? (
            <Link to={href} data-row-link preload={false}>
              {column.render(row)}
            </Link>
          ) : (
            column.render(row)
          )}
        </td>
      ))}
    </tr>
  )
}
const Row = memo(PlainRow) as typeof PlainRow

/** A plain table: quick to draw, its own header and first columns stay in sight. */
export function DataTable<R>(props: Props<R>) {
  const { t } = useTranslation()
  const { rows, columns, rowId, selectable, selected, onSelect } = props
  const lefts = offsets(columns, selectable)
  const all = rows.length > 0 && rows.every((row) => selected.has(rowId(row)))
  const width = columns.reduce((sum, column) => sum + (column.width ?? 120), selectable ? SELECT_WIDTH : 0)
  return (
    <table className={styles.table} data-dense={props.dense} aria-label={props.label} style={{ minWidth: width }}>
      <thead>
        <tr>
          {selectable && (
            <th scope="col" data-sticky style={{ left: 0, width: SELECT_WIDTH }}>
              <Checkbox
                checked={all}
                indeterminate={!all && selected.size > 0}
                onChange={(event) => onSelect(rows.map(rowId), event.target.checked)}
                aria-label={t('common.list.selectAll')}
              />
            </th>
          )}
          {columns.map((column, index) => (
            <Heading
              key={column.key}
              column={column}
              left={lefts[index] ?? 0}
              sort={props.sort}
              onSort={props.onSort}
            />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row
            key={rowId(row)}
            row={row}
            columns={columns}
            lefts={lefts}
            rowId={rowId}
            rowName={props.rowName}
            rowHref={props.rowHref}
            selectable={selectable}
            chosen={selected.has(rowId(row))}
            onSelect={onSelect}
          />
        ))}
      </tbody>
    </table>
  )
}
