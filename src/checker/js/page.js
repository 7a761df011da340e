// The page: choose a file, watch it being read, look at what was found. `program` holds the worker's text and the
// compiled checker; build.mjs writes it. The file never leaves this page: its policy allows no connection at all.
'use strict'
const { summaryOf, findingsOf, filtered, grouped, counted } = require('./findings.js')
const { List } = require('./list.js')
const program = require('program')

const part = name => document.getElementById(`checker-${name}`)
const states = ['running', 'refused', 'results']
let worker
let file
let found
let list

function show(state) {
  for (const each of states) part(each).hidden = each !== state
  if (state) part(`${state}-title`).focus()
}

function bytesOf(base64) {
  const text = atob(base64)
  return Uint8Array.from(text, letter => letter.charCodeAt(0))
}

function wrong(sentence) {
  part('file-error').hidden = !sentence
  part('file-error-text').textContent = sentence
  part('drop').classList.toggle('govuk-form-group--error', Boolean(sentence))
  part('file').setAttribute('aria-describedby', sentence ? 'checker-file-hint checker-file-error' : 'checker-file-hint')
  if (sentence) part('file').focus()
}

function stop() {
  worker?.terminate()
  worker = undefined
}

function begin(chosen) {
  stop()
  wrong('')
  file = chosen
  part('running-title').textContent = `Reading ${file.name}`
  part('progress').value = 0
  part('so-far').textContent = 'Nothing read yet.'
  show('running')
  const address = URL.createObjectURL(new Blob([program.worker], { type: 'text/javascript' }))
  worker = new Worker(address)
  URL.revokeObjectURL(address)
  worker.onmessage = ({ data }) => heard(data)
  worker.onerror = event => fault(event.message)
  worker.postMessage({ wasm: bytesOf(program.wasm), file, year: Number(part('year').value) })
}

function heard(data) {
  if (data.read !== undefined) progress(data)
  else if (data.refused) refused(data.refused)
  else if (data.checked) results(data.checked)
  else if (data.made) save(data.made, data.bytes)
  else fault(data.fault)
}

function progress({ read, children }) {
  const percent = Math.floor(100 * read / file.size)
  const before = part('progress').value
  part('progress').value = percent
  part('so-far').textContent = `${percent}% read: ${counted(children, 'child', 'children')} so far.`
  if (Math.floor(percent / 25) > Math.floor(before / 25)) part('said').textContent = part('so-far').textContent
}

function refused({ line, why }) {
  part('refused-title').textContent = `${file.name} could not be read as a children in need census`
  part('refused-why').textContent = why
  part('refused-line').textContent = `Line ${line} of the file.`
  part('refused-advice').textContent = 'Ask for the file to be made again, or open it in a text editor at that line.'
  show('refused')
}

function fault(message) {
  stop()
  part('refused-title').textContent = 'The checker itself failed'
  part('refused-why').textContent = 'This is not a fault of your file, as far as can be told. Nothing was sent anywhere.'
  part('refused-line').textContent = `What it said: ${message}`
  part('refused-advice').textContent = 'Close other programs and try again. If it fails again, tell the people who gave you this checker what it said.'
  show('refused')
}

function results({ summary: lines, workbook }) {
  const summary = summaryOf(lines)
  found = findingsOf(workbook)
  const nothing = found.findings.length === 0
  part('results-title').textContent = nothing
    ? `Nothing was found in ${file.name}: ${counted(Number(summary.children), 'child', 'children')} checked`
    : `${summary.sentence}: ${file.name}`
  part('rules').textContent = summary.rules
  remark('provisional', summary.provisional)
  remark('not-kept', summary.not_kept !== '0' && `${counted(Number(summary.not_kept), 'more finding is', 'more findings are')} not shown. The counts are complete.`)
  part('passed-over').hidden = summary.passed_over.length === 0
  part('passed-over-list').replaceChildren(...summary.passed_over.map(text => Object.assign(document.createElement('li'), { textContent: text })))
  for (const name of ['meaning', 'downloads', 'filter', 'count', 'list']) part(name).hidden = nothing
  part('filter').reset()
  refresh()
  show('results')
}

function remark(name, sentence) {
  part(name).hidden = !sentence
  part(name).textContent = sentence || ''
}

function refresh() {
  const asked = new FormData(part('filter'))
  const view = asked.get('view')
  const shown = filtered(found.findings, { kind: asked.get('kind'), words: part('words').value })
  const groups = grouped(shown, view, found.rules)
  list.show(groups, view)
  const named = groups.filter(({ key }) => key !== '-').length
  const inGroups = view === 'rule' ? counted(groups.length, 'rule', 'rules') : counted(named, 'child', 'children')
  part('count').textContent = shown.length === 0
    ? 'Nothing found contains that.'
    : `Showing ${shown.length.toLocaleString('en-GB')} of ${counted(found.findings.length, 'finding', 'findings')}: ${inGroups}.`
}

const mediaTypes = { csv: 'text/csv', tsv: 'text/tab-separated-values', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }

function save(made, bytes) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob(bytes, { type: mediaTypes[made] }))
  link.download = `${file.name.replace(/\.xml$/i, '')}-findings.${made}`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  part('said').textContent = `Saved as ${link.download}.`
}

function unfoldForPaper() {
  if (part('results').hidden || part('list').hidden) return
  const left = list.unfold()
  if (left > 0) part('count').textContent = `${counted(left, 'finding is', 'findings are')} not on this print: save a workbook for all of them.`
}

function takeDrops(place) {
  const over = on => event => {
    event.preventDefault()
    place.classList.toggle('kith-drop--over', on)
  }
  place.addEventListener('dragover', over(true))
  place.addEventListener('dragleave', over(false))
  place.addEventListener('drop', event => {
    over(false)(event)
    const [dropped] = event.dataTransfer.files
    if (!dropped) return
    part('file').files = event.dataTransfer.files
    begin(dropped)
  })
}

function afterPause(step) {
  let waiting
  return () => {
    clearTimeout(waiting)
    waiting = setTimeout(step, 200)
  }
}

// A file dropped beside the place for it must not replace this page.
for (const name of ['dragover', 'drop']) addEventListener(name, event => event.preventDefault())
list = new List(part('list'), part('more'))
takeDrops(part('drop'))
part('choose').addEventListener('submit', event => {
  event.preventDefault()
  const [chosen] = part('file').files
  if (chosen) begin(chosen)
  else wrong('Choose a census file to check.')
})
part('cancel').addEventListener('click', () => {
  stop()
  show('')
  part('said').textContent = 'Reading was stopped.'
  part('check').focus()
})
part('filter').addEventListener('submit', event => {
  event.preventDefault()
  refresh()
})
part('filter').addEventListener('change', refresh)
part('words').addEventListener('input', afterPause(refresh))
part('downloads').addEventListener('click', ({ target }) => target.dataset.make && worker.postMessage({ want: target.dataset.make }))
part('print').addEventListener('click', () => print())
addEventListener('beforeprint', unfoldForPaper)
part('choose').hidden = false
