import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react'
import { BulkBar } from '@/features/record/BulkBar'
import { CardList } from '@/features/record/CardList'
import { DataTable } from '@/features/record/DataTable'
import { KeysHelp } from '@/features/record/KeysHelp'
import { ListFrame } from '@/features/record/ListFrame'
import { ListToolbar } from '@/features/record/ListToolbar'
import { ListTools } from '@/features/record/ListTools'
import type { Card, Column, FilterName, QuickFilter } from '@/features/record/table'
import { SavedViews } from '@/features/record/SavedViews'
import { useColumns } from '@/features/record/useColumns'
import { useSelection } from '@/features/record/useSelection'
import { useListKeys } from '@/features/record/useListKeys'
import type { ListAddress, RowOf } from '@/shared/contract'
import { one, useSearchState } from '@/shared/search'
import { useSlice } from '@/shared/useSlice'
import { usePhone } from '@/shared/viewport'

interface Props<A extends ListAddress, R = RowOf<A>> {
  /** The list's address in the API; `/export` under it takes it away. */
  path: A
  label: string
  columns: Column<R>[]
  /** How a row looks on a phone. */
  card: (row: R) => Card
  filters?: QuickFilter<FilterName<A>>[]
  defaultSort?: string
  /** What a person calls the row; used by screen readers and "copy numbers". */
  rowName?: (row: R) => string
  rowHref?: (row: R) => string
  /** Name of the parameter of the search box; null for no search. */
  searchParam?: FilterName<A> | null
  /** What can be searched for, where it is not number, title and description. */
  searchHint?: string
  exportable?: boolean
  /** Rows are process records: they can be selected and watched together. */
  selectable?: boolean
  /** What else can be done with the chosen rows; `done` ends the choice. */
  bulk?: (rows: R[], done: () => void) => ReactNode
  /** What stands here before the first record exists. */
  empty?: ReactNode
}

const idOf = (row: unknown): string => (row as { id: string }).id
const numberOf = (row: unknown): string => (row as { number?: string }).number ?? idOf(row)

/** The one list of the product: filters and sort in the address, pages by key, cards on a phone. */
export function RecordTable<A extends ListAddress>(props: Props<A>) {
  const { path, rowName = numberOf, selectable = true, searchParam = 'text', exportable = true } = props
  const phone = usePhone()
  const [search, change, replace] = useSearchState()
  const layout = useColumns(path, props.columns)
  const sort = one(search.sort) ?? props.defaultSort
  const query = useMemo(() => ({ ...search, sort }), [search, sort])
  const list = useSlice(path, query)
  const { selected, select, clear } = useSelection()
  const [keys, setKeys] = useState(false)
  const frame = useRef<HTMLDivElement>(null)

  const toggle = useCallback(
    (id: string) => {
      if (selectable) select([id], !selected.has(id))
    },
    [select, selected, selectable],
  )
  useListKeys(frame, { onSelect: toggle, onHelp: useCallback(() => setKeys(true), []), onMore: list.loadMore })

  const filtered = Object.keys(search).some((name) => name !== 'sort')
  return (
    <div ref={frame}>
      <ListToolbar
        filters={props.filters ?? []}
        search={search}
        onChange={change}
        onReset={() => replace(search.sort ? { sort: search.sort } : {})}
        searchParam={searchParam}
        {...(props.searchHint && { searchHint: props.searchHint })}
        views={props.filters?.length ? <SavedViews path={path} search={search} onChoose={replace} /> : null}
        tools={
          <ListTools
            columns={props.columns}
            layout={layout}
            exportFrom={exportable ? { path, query } : undefined}
            onKeys={() => setKeys(true)}
            phone={phone}
          />
        }
      />
      {selected.size > 0 && (
        <BulkBar
          ids={[...selected]}
          names={list.rows.filter((row) => selected.has(idOf(row))).map(rowName)}
          onClear={clear}
        >
          {props.bulk?.(
            list.rows.filter((row) => selected.has(idOf(row))),
            clear,
          )}
        </BulkBar>
      )}
      <ListFrame list={list} onClear={filtered ? () => replace({}) : undefined} empty={props.empty}>
        {phone ? (
          <CardList rows={list.rows} card={props.card} rowId={idOf} rowHref={props.rowHref} label={props.label} />
        ) : (
          <DataTable
            rows={list.rows}
            columns={layout.visible}
            rowId={idOf}
            rowName={rowName}
            rowHref={props.rowHref}
            selectable={selectable}
            sort={sort}
            onSort={(next) => change({ sort: next })}
            selected={selected}
            onSelect={select}
            dense={layout.dense}
            label={props.label}
          />
        )}
      </ListFrame>
      <KeysHelp open={keys} onClose={() => setKeys(false)} />
    </div>
  )
}
