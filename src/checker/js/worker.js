// The page's worker: reads the file piece by piece, tells how far it is, and keeps the check for the downloads.
// Told: { wasm, file, year } once, then { want: 'csv' | 'xlsx' }. Tells: { read, children }, { refused: { line, why } },
// { checked: { summary, workbook } }, { made, bytes }, { fault }.
'use strict'
const { load, Check, cellsOf } = require('./check.js')
const { xlsx } = require('./workbook.js')

const pieceSize = 1 << 20
let check

async function run({ wasm, file, year }) {
  check = new Check(await load(wasm), year)
  for (let at = 0; at < file.size; at += pieceSize) {
    const bytes = new Uint8Array(await file.slice(at, at + pieceSize).arrayBuffer())
    if (!check.write(bytes)) break
    postMessage({ read: Math.min(at + pieceSize, file.size), children: check.children })
  }
  if (check.finish() === 'refused') {
    const [line, why] = cellsOf(check.text('refusal').trimEnd())
    postMessage({ refused: { line: Number(line), why } })
  } else {
    postMessage({ checked: { summary: check.text('summary'), workbook: check.text('workbook') } })
  }
}

const makers = {
  csv: () => [check.report('csv')],
  tsv: () => [check.report('tsv')],
  xlsx: () => xlsx(check.text('workbook').split('\n'))
}

self.onmessage = async ({ data }) => {
  try {
    if (data.want) postMessage({ made: data.want, bytes: makers[data.want]() })
    else await run(data)
  } catch (error) {
    postMessage({ fault: String(error?.message ?? error) })
  }
}
