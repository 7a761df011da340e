// checker.mjs FOLDER KITH [WORDS]: the checker opened from a folder, in a browser that is offline. FOLDER is what
// write_examples wrote. Ends with "N passed, N failed".
import { spawnSync } from 'node:child_process'
import { createServer } from 'node:http'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { assert, chromiumPath, examine, flags } from '../browser/support.mjs'

const require = createRequire(import.meta.url)
const { load, Check } = require('../../src/checker/js/check.js')

const [folder, kith, ...words] = process.argv.slice(2)
const root = new URL('../../', import.meta.url)
const html = new URL('build/checker/checker.html', root)
const wasm = readFileSync(new URL('build/checker/checker.wasm', root))
const names = readdirSync(folder).filter(name => name.endsWith('.xml')).map(name => name.slice(0, -4)).sort()
const census = name => `${folder}/${name}.xml`
const scratch = mkdtempSync(`${tmpdir()}/checker-`)
const notWellFormed = /^The file is not well-formed XML/
if (process.env.SHOTS) mkdirSync(process.env.SHOTS, { recursive: true })

const tests = []
const test = (sentence, body) => tests.push({ sentence, body })

function read(name) {
  try {
    return readFileSync(`${folder}/${name}`, 'utf8')
  } catch {
    return undefined
  }
}

/** What a check in pieces of that size says: rows, or the line and why. */
function checked(program, bytes, piece = 1 << 20) {
  const check = new Check(program, 0)
  for (let at = 0; at < bytes.length; at += piece) if (!check.write(bytes.subarray(at, at + piece))) break
  return check.finish() === 'checked' ? { rows: check.text('tsv') } : { refused: check.text('refusal') }
}

// Two readers word it differently when a file is no XML at all; the line is the same, and every other reason.
function sameRefusal(ours, native) {
  const [ourLine, ourWhy] = ours.trimEnd().split('\t')
  const [line, why] = native.trimEnd().split('\t')
  return ourLine === line && (ourWhy === why || (notWellFormed.test(ourWhy) && notWellFormed.test(why)))
}

test('every census of the tests has the same findings, row by row, and the same refusals, as natively', async () => {
  const program = await load(wasm)
  for (const name of names) {
    const native = { rows: read(`${name}.tsv`), refused: read(`${name}.refused`) }
    for (const piece of [1 << 20, 997]) {
      const ours = checked(program, readFileSync(census(name)), piece)
      if (native.rows) assert.deepEqual(ours.rows?.split('\n'), native.rows.split('\n'), name)
      else assert.ok(ours.refused && sameRefusal(ours.refused, native.refused), `${name}: ${ours.refused} natively: ${native.refused}`)
    }
  }
  assert.ok(names.length > 600)
})

test('a census cut off at any byte is refused', async () => {
  const program = await load(wasm)
  const bytes = readFileSync(census('clean_2027'))
  const end = bytes.lastIndexOf('>')
  for (let size = 0; size < end; size += 7) assert.ok(checked(program, bytes.subarray(0, size)).refused, `cut at ${size}`)
})

test('what never ends is refused before it is held', async () => {
  const program = await load(wasm)
  const piece = new TextEncoder().encode('x'.repeat(1 << 20))
  const whyNot = start => {
    const check = new Check(program, 0)
    let pieces = 0
    for (let more = check.write(new TextEncoder().encode(start.replace('<Message>', '<Message><Header><Year>2026</Year></Header>'))); more; ++pieces) more = pieces < 100 && check.write(piece)
    assert.equal(check.finish(), 'refused', start)
    assert.ok(pieces < 20, `${start}: ${pieces} pieces`)
    return check.text('refusal')
  }
  assert.match(whyNot('<Message><Children><Child><ChildIdentifiers>\n<UPN>'), /^2\tThe value of <UPN> is longer than 4096 characters/)
  assert.match(whyNot('<Message><Children><Child><ChildIdentifiers>\n<UPN><![CDATA['), /^2\tThe value of <UPN> is longer than 4096 characters/)
  for (const start of ['<Message><!-- ', '<Message a="', '<?pi ', '<', '<Message>&']) assert.match(whyNot(start), /not well-formed XML/)
  assert.match(whyNot('<!DOCTYPE m ['), /DOCTYPE/)
})

test('the compiled program can ask nothing of the world', async () => {
  const asked = WebAssembly.Module.imports(await WebAssembly.compile(wasm)).map(({ name }) => name).sort()
  assert.deepEqual(asked, ['emscripten_notify_memory_growth', 'environ_get', 'environ_sizes_get', 'fd_close', 'fd_seek', 'fd_write', 'proc_exit'])
})

async function choose(page, ...files) {
  await page.getByLabel('Census file', { exact: true }).setInputFiles(files[0])
  await page.getByRole('button', { name: 'Check the file' }).click()
}

async function outcome(page) {
  await page.locator('#checker-results:not([hidden]), #checker-refused:not([hidden])').waitFor({ timeout: 60_000 })
  return page.locator('h2:visible').first().textContent()
}

async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()])
  const path = `${scratch}/${download.suggestedFilename()}`
  await download.saveAs(path)
  return path
}

test('an empty page, a missing file, findings, none, and what is no census can be used by everybody', async ({ open, look }) => {
  const page = await open()
  await look(page, 'checker, empty')
  await page.getByRole('button', { name: 'Check the file' }).click()
  await page.getByText('Choose a census file to check.').waitFor()
  await look(page, 'checker, no file chosen')
  await choose(page, census('clean_2026'))
  assert.match(await outcome(page), /^Nothing was found in clean_2026.xml: 1 child checked/)
  assert.ok(await page.locator('#checker-results-title').evaluate(title => title === document.activeElement))
  await look(page, 'checker, nothing found')
  await choose(page, census('seed_1').replace('seed_1', names.find(name => read(`${name}.tsv`)?.split('\n').length > 8)))
  await outcome(page)
  await page.locator('summary').nth(1).click()
  await look(page, 'checker, findings by rule')
  await page.getByLabel('Child', { exact: true }).check()
  await look(page, 'checker, findings by child')
  await choose(page, census('hostile_11'))
  assert.match(await outcome(page), /could not be read as a children in need census/)
  await look(page, 'checker, not a census')
})

test('findings can be filtered, and are told in words', async ({ open }) => {
  const page = await open()
  writeFileSync(`${scratch}/several.xml`, manyChildren(40))
  await choose(page, `${scratch}/several.xml`)
  assert.equal(await outcome(page), '8 errors and 80 queries in 40 children: several.xml')
  assert.match(await page.locator('#checker-list').textContent(), /ethnicity/)
  await page.getByLabel('Containing').fill('k10 ethnicity')
  await page.getByText('Showing 1 of 88 findings: 1 rule.').waitFor()
  await page.getByLabel('Queries', { exact: true }).check()
  await page.getByText('Nothing found contains that.').waitFor()
  await page.getByLabel('Errors', { exact: true }).check()
  await page.getByLabel('Containing').fill('')
  await page.getByLabel('Child', { exact: true }).check()
  await page.getByText('Showing 8 of 88 findings: 8 children.').waitFor()
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  assert.equal(await page.locator('#checker-list details[open] tbody tr').count(), 8)
  assert.match(await page.locator('#checker-list summary').first().textContent(), /^Child K10: 1 error$/)
})

test('the year can be chosen, and the whole can be done by keyboard', async ({ open }) => {
  const page = await open()
  await page.getByLabel('Census file', { exact: true }).setInputFiles(census('clean_2024'))
  await page.getByLabel('Rules to check by').focus()
  await page.keyboard.type('2025')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  assert.match(await outcome(page), /errors? and/)
  assert.match(await page.locator('#checker-rules').textContent(), /rules of 2025-26/)
  await page.locator('#checker-list summary').first().focus()
  await page.keyboard.press('Enter')
  const open1 = await page.locator('#checker-list details').first().evaluate(details => details.open)
  await page.keyboard.press('Enter')
  assert.notEqual(await page.locator('#checker-list details').first().evaluate(details => details.open), open1)
})

test('files of every kind look the same in the browser as on the command line, down to the CSV', async ({ open }) => {
  const page = await open()
  const some = names.filter((name, at) => at % 25 === 0 || name.startsWith('hostile_5'))
  for (const name of some) {
    const native = spawnSync(kith, ['returns', 'cin', 'check', census(name), '--format', 'csv'])
    await choose(page, census(name))
    const said = await outcome(page)
    if (native.status === 2) {
      const line = /line (\d+)/.exec(native.stderr)[1]
      assert.equal(await page.locator('#checker-refused-line').textContent(), `Line ${line} of the file.`, name)
    } else if (said.startsWith('Nothing')) {
      assert.equal(native.stdout.toString().split('\r\n').length, 2, name)
    } else {
      assert.equal(readFileSync(await saved(page, 'Save as CSV'), 'utf8'), native.stdout.toString(), name)
    }
  }
})

test('the workbook opens, holds every finding and no formula', async ({ open }) => {
  const page = await open()
  const hostile = names.find(name => read(`${name}.xml`).includes('HYPERLINK'))
  await choose(page, census(hostile))
  await outcome(page)
  const path = await saved(page, 'Save as a workbook')
  const part = name => {
    const unzipped = spawnSync('python3', ['-c', 'import sys,zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))', path, name])
    assert.equal(unzipped.status, 0, unzipped.stderr.toString())
    return unzipped.stdout.toString()
  }
  assert.deepEqual([...part('xl/workbook.xml').matchAll(/sheet name="([^"]*)"/g)].map(found => found[1]), ['Summary', 'By rule', 'Findings'])
  const findings = part('xl/worksheets/sheet3.xml')
  assert.equal(findings.match(/<row>/g).length, read(`${hostile}.tsv`).trimEnd().split('\n').length)
  assert.ok(findings.includes('=HYPERLINK(1)&lt;script&gt;'))
  assert.ok(!/<f[ >]/.test(findings))
  const csv = readFileSync(await saved(page, 'Save as CSV'), 'utf8')
  assert.ok(csv.includes(`"'=HYPERLINK(1)`))
  assert.ok(!/(^|,)"?[=@+]/m.test(csv))
})

/** A census made of the clean child again and again; every fifth has an ethnicity that is none. */
function manyChildren(count) {
  const whole = readFileSync(census('clean_2026'), 'utf8')
  const start = whole.indexOf('    <Child>')
  const end = whole.indexOf('  </Children>')
  const child = whole.slice(start, end).replace(/<UPN>.*<\/UPN>/, '<UPNunknown>UN1</UPNunknown>')
  const each = Array.from({ length: count }, (_, at) => {
    const one = child.replace('<LAchildID>C1<', `<LAchildID>K${at + 1}<`)
    return (at + 1) % 5 === 0 ? one.replace('<Ethnicity>WBRI<', '<Ethnicity>XXXX<') : one
  })
  return whole.slice(0, start) + each.join('') + whole.slice(end)
}

test('20,000 children are read with progress, and reading can be stopped', async ({ open, look }) => {
  const page = await open()
  writeFileSync(`${scratch}/many.xml`, manyChildren(20_000))
  await page.evaluate(() => {
    window.seen = []
    new MutationObserver(() => window.seen.push(document.getElementById('checker-progress').value))
      .observe(document.getElementById('checker-so-far'), { childList: true, characterData: true, subtree: true })
  })
  await choose(page, `${scratch}/many.xml`)
  assert.equal(await outcome(page), '4000 errors and 40000 queries in 20000 children: many.xml')
  assert.ok((await page.evaluate(() => new Set(window.seen).size)) >= 5)
  await page.evaluate(() => { Worker.prototype.postMessage = () => {} }) // stays as it is when it starts
  await choose(page, `${scratch}/many.xml`)
  await page.getByRole('button', { name: 'Stop reading' }).waitFor()
  await look(page, 'checker, running')
  await page.getByRole('button', { name: 'Stop reading' }).click()
  await page.getByText('Reading was stopped.').waitFor({ state: 'attached' })
  assert.ok(await page.locator('#checker-running').isHidden())
})

test('not a byte can be sent, even to a server that would take it', async ({ browser }) => {
  const asked = []
  const server = createServer((request, response) => { asked.push(request.url); response.end() }).listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  const to = `127.0.0.1:${server.address().port}`
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(html.href)
  await choose(page, census('clean_2026'))
  await outcome(page)
  await page.evaluate(async to => {
    const tried = [fetch(`http://${to}/fetch`).catch(() => {})]
    navigator.sendBeacon(`http://${to}/beacon`, 'x')
    new Image().src = `http://${to}/image`
    try { new WebSocket(`ws://${to}/socket`) } catch {}
    const request = new XMLHttpRequest()
    request.open('GET', `http://${to}/xhr`)
    request.onerror = () => {}
    try { request.send() } catch {}
    const form = Object.assign(document.createElement('form'), { method: 'post', action: `http://${to}/form` })
    document.body.append(form)
    form.submit()
    const text = `fetch("http://${to}/worker").catch(() => {}).finally(() => postMessage(1)); `
    const worker = new Worker(URL.createObjectURL(new Blob([text])))
    tried.push(new Promise(resolve => { worker.onmessage = resolve }))
    await Promise.all(tried)
  }, to)
  await context.close()
  // The server is there: the same asked from outside the page arrives.
  await fetch(`http://${to}/from-the-test`)
  server.close()
  assert.deepEqual(asked, ['/from-the-test'])
})

const browser = await chromium.launch({ executablePath: chromiumPath, args: flags() })

async function runOne({ sentence, body }) {
  const faults = []
  const contexts = []
  const open = async () => {
    const context = await browser.newContext({ offline: true, viewport: { width: 1200, height: 900 }, reducedMotion: 'reduce', acceptDownloads: true })
    contexts.push(context)
    context.setDefaultTimeout(15_000)
    context.on('request', request => /^(file|blob|data):/.test(request.url()) || faults.push(`asks ${request.url()}`))
    const page = await context.newPage()
    page.on('pageerror', error => faults.push(`script: ${error.message}`))
    page.on('console', message => message.type() === 'error' && faults.push(`console: ${message.text()}`))
    await page.goto(html.href)
    page.source = readFileSync(fileURLToPath(html), 'utf8').replace(/<(script|style)>[^]*?<\/\1>/g, '')
    return page
  }
  try {
    await body({ open, browser, look: (page, name) => examine(page, name, faults) })
  } catch (error) {
    faults.push(error.stack.split('\n').slice(0, 14).join('\n    '))
  }
  await Promise.all(contexts.map(context => context.close()))
  console.log(`${faults.length === 0 ? 'ok' : 'FAILED'} ${sentence}`)
  for (const fault of new Set(faults)) console.log(`    ${fault}`)
  return faults.length === 0
}

let failed = 0
const wanted = tests.filter(({ sentence }) => sentence.includes(words.join(' ')))
for (const each of wanted) if (!(await runOne(each))) ++failed
await browser.close()
rmSync(scratch, { recursive: true })
console.log(`${wanted.length - failed} passed, ${failed} failed`)
process.exit(failed === 0 && wanted.length > 0 ? 0 : 1)
