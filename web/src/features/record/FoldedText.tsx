import { Button } from 'antd'
import { useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './record.module.css'

/** A text as it was typed; a long one shows its beginning. */
export function FoldedText({ text, lines = 12 }: { text: string; lines?: number }) {
  const { t } = useTranslation()
  const body = useRef<HTMLDivElement>(null)
  const [long, setLong] = useState(false)
  const [open, setOpen] = useState(false)
  useLayoutEffect(() => {
    const element = body.current
    if (element && !open) setLong(element.scrollHeight > element.clientHeight + 4)
  }, [text, open])
  return (
    <>
      <div ref={body} className={styles.text} style={open ? undefined : { WebkitLineClamp: lines }} data-folded={!open}>
        {text}
      </div>
      {long && (
        <Button type="link" size="small" onClick={() => setOpen(!open)} style={{ paddingInline: 0 }}>
          {open ? t('record.fold') : t('record.unfold')}
        </Button>
      )}
    </>
  )
}
