// What a member of staff opens each morning, and how they find somebody.
import { assert, children, report, test } from './support.mjs'
import { makeRecord, openContact } from './front_door.test.mjs'

test('my work is what I owe, soonest first, and each line says why', async ({ staff, look }) => {
  const reference = await report(children('Octavia Fernsby'))
  const page = await staff('farah.door')
  await openContact(page, reference)
  await page.getByRole('button', { name: 'Take this contact' }).click()
  await page.goto('/my-work')
  await page.getByRole('heading', { name: 'What I owe, soonest first' }).waitFor()
  await look(page, 'my-work')
  await page.getByRole('link', { name: 'Why this date' }).first().click()
  await page.waitForURL(/\/rulebook#[a-z0-9_]+$/)
  assert.equal(await page.locator('.kith-rule:target').count(), 1)
})

test('a worker who has nothing yet is told so', async ({ staff, look }) => {
  const page = await staff('sam.social')
  await page.goto('/my-work')
  await look(page, 'my-work-empty')
})

test('a manager sees the team’s work', async ({ staff, look }) => {
  const page = await staff('mira.manager')
  await page.goto('/team-work')
  await page.getByRole('heading', { level: 1, name: 'Team’s work' }).waitFor()
  await look(page, 'team-work')
})

test('a person is found by a name that is not quite theirs, or not at all', async ({ staff, look }) => {
  const page = await staff('farah.door')
  await openContact(page, await report(children('Thaddeus Brackenbury')))
  await makeRecord(page, 'Thaddeus Brackenbury')
  await page.goto('/people')
  await look(page, 'find-a-person')
  await page.getByLabel('Name, NHS number or date of birth').fill('Tadeus Brackenbury')
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByRole('link', { name: 'Thaddeus Brackenbury' }).waitFor()
  await look(page, 'find-a-person-found')
  await page.getByLabel('Name, NHS number or date of birth').fill('Zzyzx Nobody')
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByText('Nobody found.').waitFor()
  await look(page, 'find-a-person-nobody')
})

test('staff pages say who printed them, and print no navigation, form or button', async ({ staff }) => {
  const reference = await report(children('Percival Larkspur'))
  const page = await staff('farah.door')
  await openContact(page, reference)
  const contact = page.url()
  for (const path of ['/my-work', '/front-door', '/people', contact]) {
    await page.goto(path)
    assert.equal(await page.getByText('Printed by Farah Lindqvist').isVisible(), false)
    await page.emulateMedia({ media: 'print' })
    assert.equal(await page.getByText('Printed by Farah Lindqvist').isVisible(), true, path)
    assert.equal(await page.getByText('Official - sensitive').isVisible(), true, path)
    const printed = await page.locator('button:visible, nav:visible, input:visible, textarea:visible, .govuk-back-link:visible').count()
    assert.equal(printed, 0, `${path} prints ${printed} controls`)
    await page.emulateMedia({ media: null })
  }
})
