import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

const RETRY_MS = 30_000
/** The server lets a page go every few minutes and it comes back at once: nothing to worry anybody with. */
const PATIENCE_MS = 15_000

/** Hears of news while the page is in sight; a hidden tab gives its connection back. False while the line is down. */
export function useLive(): boolean {
  const queries = useQueryClient()
  const [connected, setConnected] = useState(true)
  useEffect(() => {
    let source: EventSource | undefined
    let retry: number | undefined
    let pending: number | undefined
    let worry: number | undefined

    const soon = () => {
      pending ??= window.setTimeout(() => {
        pending = undefined
        void queries.invalidateQueries({ queryKey: ['my-work'] })
        void queries.invalidateQueries({ queryKey: ['list'], refetchType: 'none' })
      }, 3_000)
    }
    const onNotice = (event: MessageEvent<string>) => {
      const { unread } = JSON.parse(event.data) as { unread: number }
      queries.setQueryData(['notices', 'unread'], { count: unread })
      void queries.invalidateQueries({ queryKey: ['list', '/api/notices'] })
    }
    const onRecord = (event: MessageEvent<string>) => {
      const { id, version } = JSON.parse(event.data) as { id: string; version: number }
      const known = queries.getQueryData<{ version: number }>(['record', id])
      if (known) void queries.invalidateQueries({ queryKey: ['timeline', id] })
      if (known && known.version !== version) void queries.invalidateQueries({ queryKey: ['record', id] })
      soon()
    }
    const close = () => {
      source?.close()
      source = undefined
    }
    const open = () => {
      window.clearTimeout(retry)
      if (source || document.hidden) return
      source = new EventSource('/api/live')
      source.addEventListener('notice', onNotice)
      source.addEventListener('record', onRecord)
      source.onopen = () => {
        window.clearTimeout(worry)
        worry = undefined
        setConnected(true)
      }
      source.onerror = () => {
        worry ??= window.setTimeout(() => setConnected(false), PATIENCE_MS)
        if (source?.readyState !== EventSource.CLOSED) return
        close()
        retry = window.setTimeout(open, RETRY_MS)
      }
    }
    const onVisible = () => {
      if (document.hidden) return close()
      open()
      void queries.invalidateQueries({ queryKey: ['notices', 'unread'] })
    }
    open()
    document.addEventListener('visibilitychange', onVisible)
    return () => {
      document.removeEventListener('visibilitychange', onVisible)
      window.clearTimeout(retry)
      window.clearTimeout(pending)
      window.clearTimeout(worry)
      close()
    }
  }, [queries])
  return connected
}
