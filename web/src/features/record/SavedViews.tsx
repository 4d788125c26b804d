import { DeleteOutlined, StarOutlined } from '@ant-design/icons'
import { Button, Input, Popover, Space } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { recall } from '@/shared/recall'
import { parseSearch, type Search, stringifySearch } from '@/shared/search'
import styles from './toolbar.module.css'

interface SavedView {
  name: string
  search: string
}

interface Props {
  path: string
  search: Search
  onChoose: (search: Search) => void
}

/** Filters and order under a name, kept in this browser. */
export function SavedViews({ path, search, onChoose }: Props) {
  const { t } = useTranslation()
  const key = `hengwei.views.${path}`
  const [views, setViews] = useState(() => recall<SavedView[]>(localStorage, key) ?? [])
  const [name, setName] = useState('')
  const [open, setOpen] = useState(false)
  const here = stringifySearch(search)
  const current = views.find((view) => view.search === here)
  const keep = (next: SavedView[]) => {
    localStorage.setItem(key, JSON.stringify(next))
    setViews(next)
  }
  const save = () => {
    const given = name.trim()
    if (!given) return
    keep([...views.filter((view) => view.name !== given), { name: given, search: here }])
    setName('')
  }
  const choose = (view: SavedView) => {
    onChoose(parseSearch(view.search))
    setOpen(false)
  }
  const content = (
    <div className={styles.choices}>
      {views.length === 0 && <span>{t('common.list.viewsNone')}</span>}
      {views.map((view) => (
        <div key={view.name} className={styles.view}>
          <Button type="link" size="small" aria-current={view === current} onClick={() => choose(view)}>
            {view.name}
          </Button>
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={`${t('common.delete')} ${view.name}`}
            onClick={() => keep(views.filter((other) => other !== view))}
          />
        </div>
      ))}
      {here && (
        <Space.Compact>
          <Input
            size="small"
            value={name}
            maxLength={40}
            placeholder={t('common.list.viewName')}
            aria-label={t('common.list.viewName')}
            onChange={(event) => setName(event.target.value)}
            onPressEnter={save}
          />
          <Button size="small" onClick={save} disabled={!name.trim()}>
            {t('common.list.viewSave')}
          </Button>
        </Space.Compact>
      )}
    </div>
  )
  return (
    <Popover trigger="click" placement="bottomLeft" arrow={false} open={open} onOpenChange={setOpen} content={content}>
      <button type="button" className={styles.chip} aria-haspopup="dialog" aria-expanded={open}>
        <StarOutlined aria-hidden />
        {current?.name ?? t('common.list.views')}
      </button>
    </Popover>
  )
}
