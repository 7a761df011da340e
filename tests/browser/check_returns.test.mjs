// The census checker on a page of Kith's own: the file stays in the browser.
import { assert, test } from './support.mjs'

const census = '<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year><ReferenceDate>2026-03-31</ReferenceDate>' +
  '</CollectionDetails></Header><Children><Child><ChildIdentifiers><LAchildID>K1</LAchildID></ChildIdentifiers></Child></Children></Message>'

test('a manager checks a census file and nothing of it is sent', async ({ staff, look }) => {
  const page = await staff('mira.manager')
  page.mayLeaveTo = address => address.startsWith('blob:')
  await page.goto('/returns/check')
  assert.equal(await page.getByRole('link', { name: 'Census', exact: true }).count(), 1)
  await look(page, 'checker in Kith, empty')
  const asked = []
  page.on('request', request => asked.push(request.url()))
  await page.getByLabel('Census file', { exact: true }).setInputFiles({ name: 'own.xml', mimeType: 'text/xml', buffer: Buffer.from(census) })
  await page.getByRole('button', { name: 'Check the file' }).click()
  await page.getByRole('heading', { name: /errors? and .* in 1 child: own.xml/ }).waitFor()
  assert.deepEqual(asked.filter(address => !address.startsWith('blob:')), [])
  await look(page, 'checker in Kith, findings')
})

test('the checker is not for those whose role does not send returns', async ({ staff }) => {
  const page = await staff('sam.social')
  const answer = await page.goto('/returns/check')
  assert.equal(answer.status(), 403)
  assert.equal(await page.getByRole('link', { name: 'Census', exact: true }).count(), 0)
})
