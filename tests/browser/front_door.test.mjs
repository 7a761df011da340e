// The duty social worker: a contact comes in, is taken, its children are found or made, and it is decided.
import { assert, children, report, test } from './support.mjs'

export async function openContact(page, reference) {
  await page.goto('/front-door')
  await page.getByRole('link', { name: `contact ${reference}` }).click()
  await page.getByRole('heading', { level: 1, name: `Contact ${reference}` }).waitFor()
}

export async function makeRecord(page, name) {
  await page.getByRole('link', { name: `Search for ${name}` }).click()
  await page.getByLabel('Somebody new').check()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByText('A record was made for the child.').waitFor()
}

async function decide(page, decision, reasons, told) {
  await page.getByLabel(decision).check()
  await page.getByLabel('Reasons').fill(reasons)
  await page.getByLabel('What the person who told us is told').fill(told)
  await page.getByRole('button', { name: 'Record the decision' }).click()
}

test('a contact in danger stands first, is taken, given a record and accepted as a referral', async ({ staff, look }) => {
  const reference = await report({
    ...children('Marguerite Ashgrove'), reporter: 'professional', danger_now: 'yes', danger_why: 'He has a knife.',
    agency: 'Hartmere General', agency_role: 'Nurse', reporter_name: 'Asha Verlaine',
    worry: 'First line.\nSecond line, with a very-long-word-' + 'x'.repeat(120)
  })
  const page = await staff('farah.door')
  await page.goto('/front-door')
  await page.getByRole('link', { name: `contact ${reference}` }).waitFor()
  await look(page, 'front-door')
  await openContact(page, reference)
  await look(page, 'contact')
  await page.getByRole('button', { name: 'Take this contact' }).click()
  await page.getByText('You have taken this contact.').waitFor()
  await look(page, 'contact-taken')
  await page.getByRole('link', { name: 'Search for Marguerite Ashgrove' }).click()
  await page.getByRole('heading', { name: 'Who is Marguerite Ashgrove?' }).waitFor()
  await look(page, 'identify-nobody')
  await page.getByLabel('Somebody new').check()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByText('A record was made for the child.').waitFor()
  await look(page, 'contact-identified')
  await decide(page, 'Accept as a referral', 'An armed man at home.', 'Accepted; a social worker calls today.')
  await page.getByText('The decision is recorded.').waitFor()
  assert.equal(await page.getByRole('button', { name: 'Record the decision' }).count(), 0)
  await look(page, 'contact-decided')
})

test('lines of the report stay lines', async ({ staff }) => {
  const reference = await report({ ...children('Linnet Fallow'), worry: 'One.\nTwo.' })
  const page = await staff('farah.door')
  await openContact(page, reference)
  const shown = await page.locator('.kith-words', { hasText: 'One.' }).innerText()
  assert.equal(shown, 'One.\nTwo.')
})

test('markup in a report is shown as text', async ({ staff }) => {
  const reference = await report({ ...children('Markup Tester'), worry: '<script>alert(1)</script><b>bold</b> & "quoted"' })
  const page = await staff('farah.door')
  await openContact(page, reference)
  await page.getByText('<script>alert(1)</script><b>bold</b> & "quoted"').waitFor()
})

test('a decision without reasons is not recorded, and keeps what was chosen', async ({ staff, look }) => {
  const reference = await report(children('Peregrine Holloway'))
  const page = await staff('farah.door')
  await openContact(page, reference)
  await page.getByRole('button', { name: 'Record the decision' }).click()
  await page.getByRole('alert').waitFor()
  await look(page, 'contact-decision-error')
  await page.getByLabel('Point to a named service').check()
  await page.getByLabel('What the person who told us is told').fill('Thank you for telling us.')
  await page.getByRole('button', { name: 'Record the decision' }).click()
  await page.getByRole('alert').waitFor()
  assert.equal(await page.getByLabel('Point to a named service').isChecked(), true)
  assert.equal(await page.getByLabel('What the person who told us is told').inputValue(), 'Thank you for telling us.')
  assert.equal(await page.locator('[aria-invalid=true]').count() > 0, true)
})

test('a child who is known already is found by name, and chosen', async ({ staff, look }) => {
  const first = await report(children('Rosalind Meadowsweet'))
  const page = await staff('farah.door')
  await openContact(page, first)
  await makeRecord(page, 'Rosalind Meadowsweet')
  const second = await report(children('Rosalind Medowsweet'))
  await openContact(page, second)
  await page.getByRole('link', { name: 'Search for Rosalind Medowsweet' }).click()
  await look(page, 'identify-found')
  await page.getByLabel('Rosalind Meadowsweet').check()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByText('The child is identified.').waitFor()
  await page.getByRole('link', { name: 'Rosalind Meadowsweet', exact: true }).waitFor()
})

test('new information about an open child is passed to the worker, not made a referral', async ({ staff, look }) => {
  const page = await staff('farah.door')
  await openContact(page, await report(children('Ignatius Thackeray-Moon')))
  await makeRecord(page, 'Ignatius Thackeray-Moon')
  await decide(page, 'Accept as a referral', 'Needs to be seen.', 'A receipt.')
  await page.getByText('The decision is recorded.').waitFor()
  await page.getByRole('link', { name: 'Ignatius Thackeray-Moon', exact: true }).click()
  const child = page.url()
  const manager = await staff('mira.manager')
  await manager.goto(child)
  if (await manager.getByText('Allocate the accountable worker').count() === 0) return
  await look(manager, 'child-to-allocate')
})
