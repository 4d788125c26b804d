import { Select, type SelectProps } from 'antd'

/** Several of a list. Whoever leaves it by Tab keeps what was chosen: the list itself would take Tab for another choice. */
export function ManySelect<V>(props: SelectProps<V>) {
  return (
    <div
      role="presentation"
      onKeyDownCapture={(event) => {
        if (event.key === 'Tab') event.stopPropagation()
      }}
    >
      <Select<V> {...props} mode="multiple" style={{ width: '100%', ...props.style }} />
    </div>
  )
}
