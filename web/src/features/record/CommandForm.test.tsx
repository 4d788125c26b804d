import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { App, ConfigProvider } from 'antd'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { CommandForm } from '@/features/record/CommandForm'
import { startI18n } from '@/shared/i18n'
import type { Action, RecordView } from '@/shared/types'

const view = {
  id: 'r1',
  kind: 'INCIDENT',
  number: 'INC0000001',
  title: 'OA',
  state: 'INVESTIGATING',
  phase: 'OPEN',
  version: 3,
  updatedAt: '2026-11-21T08:00:00Z',
  details: {},
  actions: [],
} as unknown as RecordView

const action: Action = {
  command: 'Return',
  primary: false,
  schema: { properties: { reason: { type: 'string', maxLength: 200 } }, required: ['reason'] },
}

function show(seen: RecordView = view, onDone = () => {}) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const tree = (current: RecordView) => (
    <ConfigProvider button={{ autoInsertSpace: false }}>
      <App>
        <QueryClientProvider client={queries}>
          <CommandForm view={current} action={action} onDone={onDone} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  )
  const shown = render(tree(seen))
  return { ...shown, update: (next: RecordView) => shown.rerender(tree(next)) }
}

const reply = (status: number, body: unknown) =>
  vi.stubGlobal(
    'fetch',
    vi.fn<() => Promise<Response>>(() => Promise.resolve(new Response(JSON.stringify(body), { status }))),
  )

beforeAll(() => startI18n('zh-CN'))
beforeEach(() => {
  sessionStorage.clear()
  reply(200, {})
})

describe('a form made of a schema', () => {
  it('asks for what is required before anything is sent', async () => {
    show()
    await userEvent.click(screen.getByRole('button', { name: '退回' }))
    expect(await screen.findAllByText('请填写原因')).not.toHaveLength(0)
    expect(fetch).not.toHaveBeenCalledWith(expect.stringContaining('commands'), expect.anything())
  })

  it('brings back what was typed', async () => {
    const { unmount } = show()
    await userEvent.type(screen.getByLabelText('原因'), '重复登记')
    unmount()
    show()
    expect(screen.getByLabelText('原因')).toHaveValue('重复登记')
    expect(screen.getByText('已恢复上次未提交的内容')).toBeVisible()
  })

  it('shows the server’s objection at the field', async () => {
    reply(400, {
      code: 'invalid',
      detail: '有字段不合要求',
      errors: [{ field: 'reason', message: '请写明由谁要求取消' }],
    })
    show()
    await userEvent.type(screen.getByLabelText('原因'), 'x')
    await userEvent.click(screen.getByRole('button', { name: '退回' }))
    expect(await screen.findByText('请写明由谁要求取消')).toBeVisible()
  })

  it('shows what somebody else changed and waits for consent', async () => {
    const { update } = show()
    update({ ...view, version: 4, state: 'WAITING' })
    expect(screen.getByText('在您打开之后，这条记录有了变化')).toBeVisible()
    expect(screen.getByText('等待中')).toBeVisible()
    const submit = screen.getByRole('button', { name: '退回' })
    expect(submit).toBeDisabled()
    await userEvent.click(screen.getByRole('button', { name: '我已了解，继续' }))
    await waitFor(() => expect(submit).toBeEnabled())
  })
})
