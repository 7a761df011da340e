// Scripts make a few things more comfortable; nothing depends on them.
import { assert, children, report, signIn, test } from './support.mjs'
import { goOn, start } from './report_a_concern.test.mjs'

test('without scripts, a report can be sent', async ({ anyone }) => {
  const page = await anyone({ javaScriptEnabled: false })
  await start(page, 'professional')
  await goOn(page)
  await page.getByLabel('First name').fill('Dorothea')
  await goOn(page)
  await page.getByLabel('What are you worried about?').fill('She came to school hungry.')
  await goOn(page)
  await goOn(page)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.locator('#reference').waitFor()
})

test('without scripts, a contact can be taken and decided', async ({ anyone }) => {
  const reference = await report(children('Ottoline Ferrow'))
  const page = await anyone({ javaScriptEnabled: false })
  await page.goto('/front-door')
  await signIn(page, 'farah.door')
  await page.getByRole('link', { name: `contact ${reference}` }).click()
  await page.getByRole('button', { name: 'Take this contact' }).click()
  await page.getByText('You have taken this contact.').waitFor()
  await page.getByLabel('Advice given').check()
  await page.getByLabel('Reasons').fill('No harm was seen.')
  await page.getByLabel('What the person who told us is told').fill('Thank you.')
  await page.getByRole('button', { name: 'Record the decision' }).click()
  await page.getByText('The decision is recorded.').waitFor()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByText('You are signed out.').waitFor()
  assert.equal((await page.goto('/my-work')).url().endsWith('/sign-in?next=%2Fmy-work'), true)
})
