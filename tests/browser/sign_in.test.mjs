// Who may open what, and what is said to those who may not.
import { address, assert, children, report, signIn, test } from './support.mjs'
import { openContact } from './front_door.test.mjs'

test('signing in leads back to the page that was asked for', async ({ anyone, look }) => {
  const page = await anyone()
  await page.goto('/people')
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await look(page, 'sign-in')
  await signIn(page, 'farah.door')
  assert.equal(page.url(), address('/people'))
})

test('a wrong password is refused, keeps the name and shows no password', async ({ anyone, look }) => {
  const page = await anyone()
  await page.goto('/sign-in')
  await page.getByLabel('Sign-in name').fill('nobody.here')
  await page.getByLabel('Password', { exact: true }).fill('not it')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('alert').waitFor()
  assert.equal(await page.getByLabel('Sign-in name').inputValue(), 'nobody.here')
  assert.equal(await page.getByLabel('Password', { exact: true }).inputValue(), '')
  await look(page, 'sign-in-wrong')
})

test('the procedures are open to everyone, each rule with its source', async ({ anyone, look }) => {
  const page = await anyone()
  await page.goto('/rulebook')
  await page.getByText('Source:').first().waitFor()
  await look(page, 'rulebook')
})

test('a page that is not there says so, to anyone and to staff', async ({ anyone, staff, look }) => {
  const page = await anyone()
  assert.equal((await page.goto('/no-such-page')).status(), 404)
  await look(page, 'not-found')
  const known = await staff('farah.door')
  assert.equal((await known.goto('/children/00000000-0000-0000-0000-000000000001')).status(), 404)
  await look(known, 'not-found-staff')
})

test('a conference chair may not read the front door', async ({ staff, look }) => {
  const page = await staff('cleo.chair')
  assert.equal((await page.goto('/front-door')).status(), 403)
  await page.getByRole('heading', { name: 'You cannot do this' }).waitFor()
  await look(page, 'forbidden')
})

test('a form without the session’s own token is refused', async ({ staff }) => {
  const reference = await report(children('Forged Formsby'))
  const page = await staff('farah.door')
  await openContact(page, reference)
  const answer = await page.request.post(`${page.url()}/take`, { form: { csrf: 'guessed' } })
  assert.equal(answer.status(), 403)
})

test('the session’s cookie is read by no script and sent to no other site', async ({ anyone }) => {
  const page = await anyone()
  await page.goto('/sign-in')
  await signIn(page, 'owen.night')
  const [cookie] = await page.context().cookies()
  assert.equal(cookie.httpOnly, true)
  assert.match(cookie.sameSite, /Lax|Strict/)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByText('You are signed out.').waitFor()
  assert.deepEqual(await page.context().cookies(), [])
})
