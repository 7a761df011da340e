// The page of one child: who it is, what is due, where they are, and what must be kept from whom.
import { assert, children, report, test } from './support.mjs'
import { makeRecord, openContact } from './front_door.test.mjs'

async function childFrom(page, name, fields = {}) {
  await openContact(page, await report({ ...children(name), ...fields }))
  await makeRecord(page, name)
  await page.getByRole('link', { name, exact: true }).click()
  await page.getByRole('heading', { level: 2, name: 'Timeline' }).waitFor()
}

test('the page of a child says who they are, what is due and what happened', async ({ staff, look }) => {
  const page = await staff('farah.door')
  await childFrom(page, 'Clementine Harrowgate', {
    'child-1-date_of_birth-day': '27', 'child-1-date_of_birth-month': '3', 'child-1-date_of_birth-year': '2021',
    'child-1-address': '12 Linden Row\nHartmere', 'child-1-school': 'Willowbank Primary', worry: 'Line one.\nLine two.'
  })
  await page.getByText('12 Linden Row').first().waitFor()
  await look(page, 'child')
})

test('a place is added, and kept secret from somebody', async ({ staff, look }) => {
  const page = await staff('farah.door')
  await childFrom(page, 'Barnaby Quillfeather')
  await page.getByRole('link', { name: 'Add a place' }).click()
  await look(page, 'place')
  await page.getByRole('button', { name: 'Save the place' }).click()
  await page.getByRole('alert').waitFor()
  await look(page, 'place-error')
  await page.getByLabel('Other').check()
  await page.getByLabel('Name and address').fill('The refuge, 4 Hidden Lane, Hartmere')
  await page.getByRole('button', { name: 'Save the place' }).click()
  await page.getByText('The place is recorded.').waitFor()
  await page.getByRole('link', { name: /Keep secret ?: Other place/ }).click()
  await look(page, 'place-secret')
  await page.getByRole('button', { name: 'Keep it secret' }).click()
  await page.getByRole('alert').waitFor()
  await look(page, 'place-secret-error')
  await page.getByLabel('Why?').fill('He has said that he will find them.')
  await page.getByRole('button', { name: 'Keep it secret' }).click()
  await page.getByText('This place is now kept secret.').waitFor()
  await page.getByText('He has said that he will find them.').waitFor()
  await look(page, 'child-with-secret')
  await page.emulateMedia({ media: 'print' })
  assert.equal(await page.getByText('4 Hidden Lane').isVisible(), false)
})
