// What the journeys are written with. A test is a sentence and a body, which opens pages as anyone or as a member of staff:
//
//   test('a neighbour may leave out the name', async ({ anyone, look }) => {
//     const page = await anyone()
//     await page.goto('/report-a-concern')
//     await look(page, 'report, first page')
//   })
//
// look() examines one state of a page: axe at 1200 and at 320 pixels, no sideways scroll, valid HTML, and a picture where
// SHOTS names a folder. All the while every page is watched: nothing is asked of another origin, every response carries the
// security headers, the console stays silent. What look() and the watch find fails the test at its end, all of it at once.
// Tests share one server and run side by side: each brings its own invented children.
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { randomUUID } from 'node:crypto'
import { chromium } from 'playwright-core'
import { HtmlValidate, StaticConfigLoader } from 'html-validate'
import { checkHeaders } from './headers.mjs'

export { assert }

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const htmlRules = JSON.parse(readFileSync(new URL('html-validate.json', import.meta.url), 'utf8'))
const validator = new HtmlValidate(new StaticConfigLoader(htmlRules.config))
export const chromiumPath = process.env.CHROMIUM ?? '/usr/bin/chromium'
const lanes = Number(process.env.LANES ?? 2)
const pictures = process.env.SHOTS
const wide = { width: 1200, height: 900 }
const narrow = { width: 320, height: 800 }
const patience = 60_000
const demoPassword = 'hartmere demo only'

const tests = []
const sessions = new Map()
let base = ''
let browser

export function test(sentence, body) {
  tests.push({ sentence, body })
}

export const address = path => base + path

/** Sends a report without a browser, for journeys that begin after it. Returns its reference. */
export async function report(fields) {
  const answer = await postReport({ form_token: randomUUID(), ...fields })
  assert.equal(answer.status, 303, await answer.text())
  return answer.headers.get('location').split('/').at(-1)
}

export function postReport(fields) {
  const typed = { reporter: 'member_of_public', danger_now: 'no', worry: 'Invented.', step: 'check', go: 'send', ...fields }
  return fetch(base + '/report-a-concern', { method: 'POST', redirect: 'manual', body: new URLSearchParams(typed) })
}

export const children = (...names) => Object.fromEntries([
  ['child_count', String(names.length)],
  ...names.flatMap((name, at) => {
    const [given, family] = name.split(' ')
    return [[`child-${at + 1}-given_name`, given], [`child-${at + 1}-family_name`, family]]
  })])

export function flags() {
  return ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync']
}

function watch(page, faults) {
  page.on('request', request => {
    if (!request.url().startsWith(base) && !request.url().startsWith('data:') && !page.mayLeaveTo?.(request.url()))
      faults.push(`asks another origin: ${request.url()}`)
  })
  page.on('response', response => {
    if (!response.url().startsWith(base)) return
    faults.push(...checkHeaders(response))
    const isDocument = response.request().isNavigationRequest() && response.frame() === page.mainFrame()
    if (isDocument && (response.status() < 300 || response.status() >= 400)) page.source = response.text().catch(() => '')
  })
  page.on('pageerror', error => faults.push(`script: ${error.message}`))
  page.on('console', message => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) faults.push(`console: ${message.text()}`)
  })
}

async function axeFinds(page) {
  const result = await page.evaluate(() => axe.run(document, {
    runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
    resultTypes: ['violations']
  }))
  return result.violations.flatMap(rule => rule.nodes.map(node => `axe ${rule.id} (${rule.impact}): ${node.html.slice(0, 160)}`))
}

/** One state of a page, whatever served it; page.source is its HTML. What is wrong joins faults. */
export async function examine(page, name, faults) {
  const found = []
  await page.evaluate(axe + ';0')
  for (const size of [wide, narrow]) {
    await page.setViewportSize(size)
    await page.evaluate(() => scrollTo(0, 0))
    found.push(...(await axeFinds(page)).map(fault => `${fault} at ${size.width} px`))
    const breadth = await page.evaluate(() => document.scrollingElement.scrollWidth)
    if (breadth > size.width) found.push(`scrolls sideways at ${size.width} px: ${breadth} px`)
    if (pictures) await page.screenshot({ path: `${pictures}/${name}-${size.width}.png`, fullPage: true })
  }
  await page.setViewportSize(wide)
  if (pictures) {
    await page.emulateMedia({ media: 'print' })
    await page.screenshot({ path: `${pictures}/${name}-print.png`, fullPage: true })
    await page.emulateMedia({ media: null })
  }
  const checked = await validator.validateString((await page.source) ?? '')
  for (const message of checked.results.flatMap(result => result.messages))
    found.push(`html ${message.ruleId}: ${message.message} (line ${message.line})`)
  faults.push(...found.map(fault => `${name}: ${fault}`))
}

async function sessionOf(name, open) {
  if (!sessions.has(name))
    sessions.set(name, (async () => {
      const page = await open()
      await page.goto('/sign-in')
      await signIn(page, name)
      return page.context().storageState()
    })())
  return sessions.get(name)
}

export async function signIn(page, name) {
  await page.getByLabel('Sign-in name').fill(name)
  await page.getByLabel('Password', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByText('Signed in as').waitFor()
}

function inTime(work) {
  let timer
  const late = new Promise((_, refuse) => { timer = setTimeout(() => refuse(new Error(`not done after ${patience / 1000} s`)), patience) })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

async function runOne({ sentence, body }) {
  const faults = []
  const contexts = []
  const open = async (options = {}) => {
    const context = await browser.newContext({ baseURL: base, viewport: wide, reducedMotion: 'reduce', ...options })
    context.setDefaultTimeout(15_000)
    contexts.push(context)
    const page = await context.newPage()
    watch(page, faults)
    return page
  }
  const tools = {
    anyone: open,
    staff: async (name, options = {}) => open({ ...options, storageState: await sessionOf(name, open) }),
    look: (page, name) => examine(page, name, faults)
  }
  try {
    await inTime(body(tools))
  } catch (error) {
    faults.push(error.stack.split('\n').slice(0, 12).join('\n    '))
    if (pictures) await contexts.at(-1)?.pages()[0]?.screenshot({ path: `${pictures}/failed-${sentence.slice(0, 60)}.png`, fullPage: true })
  }
  await Promise.all(contexts.map(context => context.close()))
  console.log(`${faults.length === 0 ? 'ok' : 'FAILED'} ${sentence}`)
  for (const fault of new Set(faults)) console.log(`    ${fault}`)
  return faults.length === 0
}

export async function runAll(at, words) {
  base = at
  if (pictures) mkdirSync(pictures, { recursive: true })
  browser = await chromium.launch({ executablePath: chromiumPath, args: flags(), ignoreDefaultArgs: ['--disable-back-forward-cache'] })
  const waiting = tests.filter(each => each.sentence.includes(words))
  let passed = 0
  let failed = 0
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) (await runOne(next)) ? passed++ : failed++
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  await browser.close()
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 && passed > 0
}
