// Somebody who is watched must be able to leave at once, and leave nothing behind.
import { address, assert, test } from './support.mjs'

const elsewhere = 'https://www.bbc.co.uk/weather'

async function withElsewhere(page) {
  page.mayLeaveTo = url => url.startsWith(elsewhere)
  await page.route(`${elsewhere}**`, route => route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' }))
  return page
}

test('Exit this page leads to the weather at once', async ({ anyone }) => {
  const page = await withElsewhere(await anyone())
  await page.goto('/report-a-concern')
  await page.locator('.govuk-exit-this-page__button').click()
  await page.waitForURL(elsewhere)
})

test('Shift pressed three times leaves as well', async ({ anyone }) => {
  const page = await withElsewhere(await anyone())
  await page.goto('/report-a-concern')
  await page.locator('body.govuk-frontend-supported').waitFor()
  for (let press = 0; press < 3; press++) await page.keyboard.press('Shift')
  await page.waitForURL(elsewhere)
})

test('without scripts, Exit this page is a link that leads away', async ({ anyone }) => {
  const page = await withElsewhere(await anyone({ javaScriptEnabled: false }))
  await page.goto('/report-a-concern')
  await page.locator('.govuk-exit-this-page__button').click()
  await page.waitForURL(elsewhere)
})

test('what was typed before leaving is gone when somebody goes back', async ({ anyone }) => {
  const page = await withElsewhere(await anyone())
  await page.goto('/report-a-concern')
  await page.getByLabel('If yes, what is the danger?').fill('He is at the door.')
  await page.locator('.govuk-exit-this-page__button').click()
  await page.waitForURL(elsewhere)
  await page.goBack({ waitUntil: 'commit' })
  assert.equal(page.url(), address('/report-a-concern'))
  assert.equal(await page.getByLabel('If yes, what is the danger?').inputValue(), '')
})

test('the report leaves no cookie and nothing in the browser’s stores', async ({ anyone }) => {
  const page = await anyone()
  await page.goto('/report-a-concern')
  await page.locator('[name=reporter][value=child]').check()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('heading', { name: 'Who is this about?' }).waitFor()
  assert.deepEqual(await page.context().cookies(), [])
  assert.equal(await page.evaluate(() => localStorage.length), 0)
})
