// The report, with nothing but a keyboard: Tab, Space, Enter and letters.
import { assert, test } from './support.mjs'

const focused = page => page.evaluate(() => {
  const { id, name, value, textContent, tagName } = document.activeElement
  return { id, name, value, text: textContent.trim(), tag: tagName }
})

// What changes when the focused element loses the focus: the element itself, or the box that its label draws.
const isFocusVisible = page => page.evaluate(() => {
  const element = document.activeElement
  if (element === document.body) return true
  const look = () => [[element], [element.nextElementSibling, '::before'], [element.parentElement]]
    .map(([each, part]) => each && getComputedStyle(each, part))
    .map(style => style && [style.outline, style.boxShadow, style.backgroundColor, style.borderColor].join('|')).join(' ')
  const withFocus = look()
  element.blur()
  const without = look()
  element.focus()
  return withFocus !== without
})

async function tabTo(page, wanted) {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab')
    const here = await focused(page)
    assert.ok(await isFocusVisible(page), `the focus on ${JSON.stringify(here)} cannot be seen`)
    if (wanted(here)) return
  }
  assert.fail(`Tab never reached ${wanted}`)
}

const button = text => element => element.tag === 'BUTTON' && element.text === text
const field = name => element => element.name === name

async function press(page, text) {
  await tabTo(page, button(text))
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
}

test('a report can be sent with the keyboard alone, and the focus is always seen', async ({ anyone }) => {
  const page = await anyone()
  await page.goto('/report-a-concern')
  await tabTo(page, field('reporter'))
  await page.keyboard.press('Space')
  await tabTo(page, field('danger_now'))
  await page.keyboard.press('ArrowDown')
  await press(page, 'Continue')
  await tabTo(page, field('child-1-given_name'))
  await page.keyboard.type('Wilhelmina')
  await press(page, 'Continue')
  await tabTo(page, field('worry'))
  await page.keyboard.type('We need help with the nights.')
  await press(page, 'Continue')
  await press(page, 'Continue')
  await press(page, 'Send')
  await page.locator('#reference').waitFor()
})

test('Enter in a field of a report goes on, and removes no child', async ({ anyone }) => {
  const page = await anyone()
  await page.goto('/report-a-concern')
  await page.locator('[name=reporter][value=relative]').check()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Add another child' }).click()
  await page.getByLabel('First name').nth(1).fill('Quillon')
  await page.keyboard.press('Enter')
  await page.getByLabel('What are you worried about?').waitFor()
})

test('the skip link leads past the navigation', async ({ staff }) => {
  const page = await staff('farah.door')
  await page.goto('/front-door')
  await page.keyboard.press('Tab')
  assert.equal((await focused(page)).text, 'Skip to main content')
  await page.keyboard.press('Enter')
  assert.equal(await page.evaluate(() => location.hash), '#main-content')
})
