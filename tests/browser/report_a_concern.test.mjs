// Anyone tells the council about a child, without an account.
import { randomUUID } from 'node:crypto'
import { assert, children, postReport, test } from './support.mjs'

export async function start(page, reporter, danger = 'no') {
  await page.goto('/report-a-concern')
  await page.locator(`[name=reporter][value=${reporter}]`).check()
  await page.locator(`[name=danger_now][value=${danger}]`).check()
}

export const goOn = page => page.getByRole('button', { name: 'Continue', exact: true }).click()

async function heading(page, text) {
  await page.getByRole('heading', { level: 1, name: text }).waitFor()
}

// What is on the screen: the text, and what stands in the fields.
async function shownIn(page) {
  try {
    return await page.evaluate(() =>
      document.body.innerText + [...document.querySelectorAll('input, textarea')].map(field => field.value).join('\n'))
  } catch (error) {
    if (!/navigat/.test(error.message)) throw error
    await page.waitForLoadState()
    return shownIn(page)
  }
}

async function sendAndRead(page) {
  await heading(page, 'Check what you have written')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  const reference = await page.locator('#reference').textContent()
  assert.match(reference, /^[2-9B-DF-HJKMNP-TV-Z]{4}-[2-9B-DF-HJKMNP-TV-Z]{4}$/)
  return reference
}

test('a professional reports two children, one not born yet, and is given a reference', async ({ anyone, look }) => {
  const page = await anyone()
  await page.goto('/')
  await look(page, 'front-page')
  await page.getByRole('button', { name: 'Report a concern' }).click()
  await look(page, 'report-1-about')
  await start(page, 'professional', 'yes')
  await page.getByLabel('If yes, what is the danger?').fill('The door of the flat was broken last night.')
  await goOn(page)
  await heading(page, 'Which children is this about?')
  await page.getByLabel('First name').fill('Amara')
  await page.getByLabel('Family name').fill('Okafor-Lindqvist')
  await page.locator('#child-1-date_of_birth').getByLabel('Day').fill('27')
  await page.locator('#child-1-date_of_birth').getByLabel('Month').fill('3')
  await page.locator('#child-1-date_of_birth').getByLabel('Year').fill('2021')
  await page.getByRole('button', { name: 'Add another child' }).click()
  await heading(page, 'Which children is this about?')
  await page.locator('[name=child-2-unborn][value=yes]').check()
  await look(page, 'report-2-children')
  await goOn(page)
  await page.getByLabel('What are you worried about?').fill('Mum came to A&E very low. <b>Not bold</b> 😀 עברית')
  await page.getByLabel('What is working well').fill('Her gran visits every day.')
  await look(page, 'report-3-worry')
  await goOn(page)
  await heading(page, 'About you and what the parents know')
  await page.getByLabel('Your name').fill('Asha Verlaine')
  await page.getByLabel('Where you work').fill('Hartmere General A&E')
  await page.getByLabel('Your role').fill('Nurse')
  await look(page, 'report-4-you-professional')
  await goOn(page)
  await page.getByText('Amara Okafor-Lindqvist, born 27 March 2021').waitFor()
  await page.getByText('<b>Not bold</b> 😀 עברית').waitFor()
  await look(page, 'report-5-check')
  await sendAndRead(page)
  await look(page, 'report-6-received')
})

test('a parent is asked what would help, and not whether the parents agree', async ({ anyone, look }) => {
  const page = await anyone()
  await start(page, 'parent_or_carer')
  await goOn(page)
  await heading(page, 'Who is in your family?')
  await goOn(page)
  await page.getByLabel('What would you like help with?').fill('I cannot get him to school.')
  await look(page, 'report-3-worry-parent')
  await goOn(page)
  await heading(page, 'How can we reach you?')
  assert.equal(await page.getByText('Do the parents agree').count(), 0)
  await page.getByLabel('How and when is it safe').fill('Text me first.')
  await look(page, 'report-4-you-parent')
  await goOn(page)
  await sendAndRead(page)
})

test('a child is asked in plain words, and for a safe way to talk', async ({ anyone, look }) => {
  const page = await anyone()
  await start(page, 'child', 'not_known')
  await goOn(page)
  await heading(page, 'Who is this about?')
  await look(page, 'report-2-children-child')
  await goOn(page)
  await page.getByLabel('What is happening?').fill('They shout all night.')
  await look(page, 'report-3-worry-child')
  await goOn(page)
  await heading(page, 'How can we talk with you?')
  await look(page, 'report-4-you-child')
  await goOn(page)
  await sendAndRead(page)
})

test('a neighbour may send almost nothing: no name, no child, no address', async ({ anyone, look }) => {
  const page = await anyone()
  await start(page, 'member_of_public')
  await goOn(page)
  await goOn(page)
  await page.getByLabel('What are you worried about?').fill('A small child cries next door every evening.')
  await goOn(page)
  await heading(page, 'About you')
  await look(page, 'report-4-you-neighbour')
  await goOn(page)
  await sendAndRead(page)
})

test('a mistake keeps what was typed, is said first, and leads to its field', async ({ anyone, look }) => {
  const page = await anyone()
  await page.goto('/report-a-concern')
  await goOn(page)
  await page.getByRole('link', { name: 'Choose who you are.' }).waitFor()
  await look(page, 'report-1-about-error')
  await start(page, 'relative')
  await goOn(page)
  await page.getByLabel('First name').fill('Ilse')
  await page.locator('#child-1-date_of_birth').getByLabel('Day').fill('31')
  await page.locator('#child-1-date_of_birth').getByLabel('Month').fill('2')
  await page.locator('#child-1-date_of_birth').getByLabel('Year').fill('2021')
  await goOn(page)
  const summary = page.getByRole('alert')
  await summary.waitFor()
  assert.match(await page.title(), /^Error: /)
  await look(page, 'report-2-children-error')
  assert.equal(await page.getByLabel('First name').inputValue(), 'Ilse')
  const day = page.locator('#child-1-date_of_birth').getByLabel('Day')
  assert.equal(await day.inputValue(), '31')
  assert.equal(await page.locator('[aria-invalid=true]').count() > 0, true)
  await summary.getByRole('link').first().click()
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-invalid')), 'true')
})

test('an empty worry and an unlikely email address are asked about again', async ({ anyone, look }) => {
  const page = await anyone()
  await start(page, 'member_of_public')
  await goOn(page)
  await goOn(page)
  await goOn(page)
  await page.getByRole('alert').waitFor()
  assert.equal(await page.getByLabel('What are you worried about?').getAttribute('aria-invalid'), 'true')
  await look(page, 'report-3-worry-error')
  await page.getByLabel('What are you worried about?').fill('Shouting at night.')
  await goOn(page)
  await page.getByLabel('Email address').fill('somebody')
  await goOn(page)
  await page.getByRole('alert').waitFor()
  assert.equal(await page.getByLabel('Email address').inputValue(), 'somebody')
  assert.equal(await page.getByLabel('Email address').getAttribute('aria-invalid'), 'true')
  await look(page, 'report-4-you-error')
})

test('our own Back, Change and Remove buttons lose nothing that was typed', async ({ anyone }) => {
  const page = await anyone()
  await start(page, 'relative')
  await goOn(page)
  await page.getByLabel('First name').fill('Bastian')
  await page.getByRole('button', { name: 'Add another child' }).click()
  await page.getByLabel('First name').nth(1).fill('Celeste')
  await page.getByRole('button', { name: 'Remove this child' }).first().click()
  await page.getByRole('button', { name: 'Remove this child' }).waitFor({ state: 'detached' })
  assert.equal(await page.getByLabel('First name').inputValue(), 'Celeste')
  await goOn(page)
  await page.getByLabel('What are you worried about?').fill('The house is cold.')
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  assert.equal(await page.getByLabel('First name').inputValue(), 'Celeste')
  await goOn(page)
  assert.equal(await page.getByLabel('What are you worried about?').inputValue(), 'The house is cold.')
  await goOn(page)
  await goOn(page)
  await page.getByRole('button', { name: 'Change: What are you worried about?' }).click()
  assert.equal(await page.getByLabel('What are you worried about?').inputValue(), 'The house is cold.')
})

test('the same report sent twice is one contact', async () => {
  const once = { form_token: randomUUID(), ...children('Twice Sent') }
  const first = await postReport(once)
  const second = await postReport(once)
  assert.equal(first.status, 303)
  assert.equal(second.headers.get('location'), first.headers.get('location'))
})

test('the browser’s Back, after sending, shows nothing of what was typed', async ({ anyone }) => {
  const page = await anyone()
  await start(page, 'member_of_public')
  await goOn(page)
  await goOn(page)
  await page.getByLabel('What are you worried about?').fill('Only for the social worker.')
  await goOn(page)
  await goOn(page)
  await sendAndRead(page)
  for (let step = 0; step < 6; step++) {
    await page.goBack({ waitUntil: 'commit' }).catch(() => {})
    assert.equal((await shownIn(page)).includes('Only for the social worker.'), false, `${step + 1} steps back`)
  }
})
