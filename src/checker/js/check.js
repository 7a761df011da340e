// One check of one file, in pieces: bytes → text → XML events → the C++ of checker.h. Nothing here knows a page.
'use strict'
const { Decoder } = require('./decode.js')
const { CensusEvents } = require('./census_events.js')

const reports = { refusal: 0, summary: 1, tsv: 2, csv: 3, workbook: 4 }

/** The C++ program. It is given nothing of the world: what it could import ends it, or says that there is none. */
async function load(wasm) {
  const module = await WebAssembly.compile(wasm)
  const imports = {}
  let memory
  const nothing = (count, size) => {
    new DataView(memory.buffer).setUint32(count, 0, true)
    new DataView(memory.buffer).setUint32(size, 0, true)
    return 0
  }
  const given = { emscripten_notify_memory_growth: () => {}, environ_sizes_get: nothing, environ_get: () => 0 }
  for (const { module: from, name } of WebAssembly.Module.imports(module))
    (imports[from] ??= {})[name] = given[name] ?? (() => { throw new Error(`the checker stopped (${name})`) })
  const { exports } = await WebAssembly.instantiate(module, imports)
  memory = exports.memory
  exports._initialize()
  return exports
}

class Check {
  /** The rules of a census year; 0: of the year that the file names. */
  constructor(program, year) {
    this.program = program
    program.kith_checker_start(year)
    this.events = new CensusEvents(bytes => this.take(bytes))
    this.outcome = ''
  }

  /** The next bytes of the file. False when it was refused. */
  write(bytes) {
    this.decoder ??= new Decoder(bytes)
    return this.read(this.decoder.text(bytes))
  }

  /** After the last: 'checked' or 'refused'. */
  finish() {
    const whole = this.decoder !== undefined && this.read(this.decoder.text()) && this.events.close()
    if (this.decoder === undefined) this.events.refuseHere('The file is not well-formed XML: it is empty.')
    const refused = !whole || this.program.kith_checker_finish(this.events.line) !== 0
    this.outcome = refused ? 'refused' : 'checked'
    return this.outcome
  }

  get children() {
    return this.program.kith_checker_children()
  }

  report(name) {
    const at = this.program.kith_checker_report(reports[name])
    return new Uint8Array(this.program.memory.buffer, at, this.program.kith_checker_report_size()).slice()
  }

  text(name) {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.report(name))
  }

  read(text) {
    if (text && !this.events.write(text)) return false
    if (!this.decoder.refused) return true
    this.events.refuseHere(`The file is not well-formed XML: ${this.decoder.refused}.`)
    return false
  }

  take(bytes) {
    const at = this.program.kith_checker_room(bytes.length)
    new Uint8Array(this.program.memory.buffer, at, bytes.length).set(bytes)
    const answer = this.program.kith_checker_take(bytes.length)
    if (answer === 2) throw new Error('the checker was given no events')
    return answer === 1
  }
}

/** A line of a report: cells between tabs, each as it was. */
const cellsOf = line => line.split('\t').map(cell =>
  cell.includes('\\') ? cell.replace(/\\([tnr\\])/g, (_, letter) => ({ t: '\t', n: '\n', r: '\r', '\\': '\\' })[letter]) : cell)

module.exports = { load, Check, cellsOf }
