import { expect, expectNoSidewaysScroll, PHONE, settled, test } from './product'
import { closed, drawer, question, save } from './forms'

test.use({ refusals: true })

const mark = String(Date.now() % 1_000_000)

const NOTICE = JSON.stringify({
  year: 2031,
  papers: [],
  days: [
    { name: '国庆节', date: '2031-10-01', isOffDay: true },
    { name: '国庆节', date: '2031-10-11', isOffDay: false },
  ],
})

test('a branch gets a calendar of its own, a notice is read, tried and published', async ({ enter }) => {
  const id = `E2E-${mark}`
  const page = await enter('sysadmin')
  await page.goto('/calendars?month=2031-01-01')
  await settled(page)
  await expect(page.getByRole('alert').filter({ hasText: '2031 年的节假日尚未公布' })).toBeVisible()
  await page.getByRole('button', { name: '新建日历' }).click()
  await question(drawer(page), '编号').getByRole('textbox').fill(id)
  await question(drawer(page), '名称').getByRole('textbox').fill(`联调日历${mark}`)
  await question(drawer(page), '依据').getByRole('textbox').fill('分公司作息规定')
  await save(page)
  await closed(page)

  await expect(page.getByLabel('名称')).toHaveValue(`联调日历${mark}`)
  await page.goto(`/calendars?calendar=${id}&edit=true&month=2031-01-01`)
  await settled(page)
  const publish = page.getByRole('button', { name: '发布', exact: true })
  await expect(publish).toBeDisabled()
  await page.locator('input[type=file]').setInputFiles({
    name: '2031.json',
    mimeType: 'application/json',
    buffer: Buffer.from(NOTICE),
  })
  await expect(page.getByText('已读入 2031 年的安排')).toBeVisible()
  await page.getByRole('button', { name: /^2031-05-12/ }).click()
  const day = page.getByRole('dialog')
  await day.getByRole('radio', { name: '停工时段' }).check()
  await question(day, '时间段').getByRole('textbox').fill('下午')
  await question(day, '名称或原因').getByRole('textbox').fill('消防演练')
  await day.getByRole('button', { name: /确\s*定/ }).click()
  await expect(question(day, '时间段')).toContainText('请填写一个时间段')
  await question(day, '时间段').getByRole('textbox').fill('15：00–18：00')
  await day.getByRole('button', { name: /确\s*定/ }).click()
  await page.getByLabel('依据').fill('国办发明电〔2030〕9 号')
  await page.getByRole('button', { name: '查看影响' }).click()
  const changes = page.locator('section', { hasText: '发布后的变化' })
  await expect(changes).toContainText('正在计时的时限 0 个')
  await publish.click()
  await expect(page.getByText('新版本已发布')).toBeVisible()

  await page.goto(`/calendars?calendar=${id}&month=2031-01-01`)
  await settled(page)
  await expect(page.getByTitle(/^2031-10-01 国庆节/)).toBeVisible()
  await expect(page.getByTitle('2031-05-12 消防演练 09:00–15:00')).toBeVisible()
  await expect(page.getByText(/尚未公布/)).toHaveCount(0)
  await page.getByText('版本（2）').click()
  await expect(page.getByText('国办发明电〔2030〕9 号').last()).toBeVisible()
})

test('what running limits would end at another time is told before a calendar is published', async ({ enter }) => {
  const page = await enter('sysadmin', { ...PHONE, language: 'en-US', theme: 'dark' })
  await page.goto('/calendars?calendar=STANDARD&edit=true')
  await settled(page)
  await page.getByRole('radio', { name: 'Its own' }).check()
  await page.getByLabel('Monday').fill('10:00-12:00')
  await page.getByLabel('Source').fill('Trial')
  await page.getByRole('button', { name: 'Show what changes' }).click()
  const changes = page.locator('section', { hasText: 'What publishing changes' })
  await expect(changes).toContainText('would end at another time')
  await expect(changes).toContainText('later')
  await expectNoSidewaysScroll(page)
  await page.getByLabel('Monday').fill('10-12')
  await expect(page.getByText('Such as 09:00-12:00').first()).toBeVisible()
})
