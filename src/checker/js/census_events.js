// XML text to the events of returns/cin/events.h, by saxes: what libxml2 does natively in returns/cin/read.cpp, with the
// same refusals. A DOCTYPE is refused where it begins, so that nothing declared in one is ever read.
'use strict'
const { SaxesParser } = require('saxes')

const mostNames = 1000
const longestSilence = 10_000_000 // characters of one comment, tag or instruction
const heldText = 65_536
const full = 192 * 1024

/** Thrown out of the parser when the file is refused. */
class Stop extends Error {}

class Parser extends SaxesParser {
  constructor() {
    super({ xmlns: false, position: false, defaultXMLVersion: '1.0', forceXMLVersion: true })
  }

  // Two states of saxes where it would hold as much as the file has: what it holds is handed over.
  handleTextInRoot() {
    this.stateOfText = this.state
    super.handleTextInRoot()
    this.handOver()
  }

  sCData() {
    super.sCData()
    this.handOver()
  }

  handOver() {
    if (this.text.length < heldText) return
    this.onText(this.text)
    this.text = ''
  }

  // saxes would look for the ";" of a bare "&" to the end of the file, and name that line.
  sEntity() {
    if (this.entity === '' && /^[^\s<>&;"']*[\s<>&"']/.test(this.chunk.slice(this.i, this.i + 100)))
      this.fail('an & stands alone: it is written &amp;')
    super.sEntity()
  }

  /** Nothing stands at the end but white space. */
  get endsInSpace() {
    return !this.sawRoot || (this.state === this.stateOfText && this.text.trim() === '')
  }

  /** The line of the last character read: a line's end belongs to its line. */
  get lineRead() {
    return this.chunk?.[this.i - 1] === '\n' ? this.line - 1 : this.line
  }

  // The inside of a DOCTYPE.
  sDTD() {
    this.onDoctype()
  }
}

class CensusEvents {
  /** flush(bytes) takes whole events; true from it means that the file was refused. */
  constructor(flush) {
    this.flush = flush
    this.bytes = new Uint8Array(256 * 1024)
    this.size = 0
    this.names = new Map()
    this.encoder = new TextEncoder()
    this.silence = 0
    this.heardAt = 1 // the line of the last event
    this.stopped = false
    this.parser = this.prepared(new Parser())
  }

  get line() {
    return this.parser.line
  }

  prepared(parser) {
    const heard = handle => it => {
      this.silence = 0
      this.heardAt = this.line
      handle(it)
    }
    parser.onText = heard(text => this.text(text))
    parser.onDoctype = () => this.refuse('The file has a DOCTYPE, which a census never has; it was not read.')
    parser.on('opentag', heard(tag => this.start(tag.name)))
    parser.on('closetag', heard(() => this.end()))
    parser.on('text', parser.onText)
    parser.on('cdata', parser.onText)
    parser.on('comment', heard(() => {}))
    parser.on('processinginstruction', heard(() => {}))
    parser.on('doctype', parser.onDoctype)
    parser.on('error', error => this.refuse(`The file is not well-formed XML: ${error.message.replace(/\.$/, '')}.`))
    return parser
  }

  /** The next piece of the file's text. False when it was refused, now or before. */
  write(text) {
    if (this.stopped) return false
    this.silence += text.length
    return this.guarded(() => {
      this.parser.write(text)
      if (this.silence > longestSilence) this.refuse('The file is not well-formed XML: something in it never ends.')
      this.send()
    })
  }

  /** After the last piece. */
  close() {
    if (this.stopped) return false
    this.closing = true
    return this.guarded(() => {
      this.parser.close()
      this.send()
    })
  }

  /** Refuses at the line that was reached. */
  refuseHere(why) {
    return !this.stopped && this.guarded(() => this.refuse(why))
  }

  guarded(step) {
    try {
      step()
    } catch (error) {
      if (!(error instanceof Stop)) throw error
      this.stopped = true
    }
    return !this.stopped
  }

  start(name) {
    const colon = name.indexOf(':')
    const local = colon > 0 && colon < name.length - 1 ? name.slice(colon + 1) : name
    const known = this.names.get(local)
    if (known !== undefined) {
      this.begin(2)
      this.number(this.line)
      this.number(known)
    } else {
      if (this.names.size < mostNames) this.names.set(local, this.names.size)
      this.begin(1)
      this.number(this.line)
      this.string(local)
    }
    this.settle()
  }

  text(text) {
    this.begin(3)
    this.string(text)
    this.settle()
  }

  end() {
    this.begin(4)
    this.settle()
  }

  refuse(why) {
    this.begin(5)
    this.number(!this.closing ? this.parser.lineRead : this.parser.endsInSpace ? this.heardAt : this.line)
    this.string(why)
    this.send()
    throw new Stop()
  }

  begin(kind) {
    this.room(16)
    this.bytes[this.size++] = kind
  }

  number(value) {
    this.room(8)
    for (; value > 127; value >>>= 7) this.bytes[this.size++] = (value & 127) | 128
    this.bytes[this.size++] = value
  }

  string(text) {
    const { length } = text
    this.room(length * 3 + 8)
    const before = this.size
    this.number(length)
    let at = this.size
    for (let i = 0; i < length; ++i) {
      const code = text.charCodeAt(i)
      if (code > 127) {
        this.size = before
        return this.encoded(this.encoder.encode(text))
      }
      this.bytes[at++] = code
    }
    this.size = at
  }

  encoded(utf8) {
    this.number(utf8.length)
    this.bytes.set(utf8, this.size)
    this.size += utf8.length
  }

  room(more) {
    if (this.size + more <= this.bytes.length) return
    const larger = new Uint8Array((this.size + more) * 2)
    larger.set(this.bytes.subarray(0, this.size))
    this.bytes = larger
  }

  settle() {
    if (this.size > full) this.send()
  }

  send() {
    if (this.size === 0) return
    const refused = this.flush(this.bytes.subarray(0, this.size))
    this.size = 0
    if (refused) throw new Stop()
  }
}

module.exports = { CensusEvents }
