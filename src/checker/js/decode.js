// The bytes of a file as text, in pieces: the encoding by its first bytes, else by what the XML declaration names, else
// UTF-8. ISO-8859-1 is itself here, not windows-1252 as browsers have it. refused is set at the first byte that is none.
'use strict'

const bytesLookedAt = 1024

function encodingOf(bytes) {
  const [a, b, c] = bytes
  if (a === 0xEF && b === 0xBB && c === 0xBF) return 'utf-8'
  if ((a === 0xFF && b === 0xFE) || (a === 0x3C && b === 0)) return 'utf-16le'
  if ((a === 0xFE && b === 0xFF) || (a === 0 && b === 0x3C)) return 'utf-16be'
  const start = String.fromCharCode(...bytes.subarray(0, bytesLookedAt))
  return /^<\?xml\s[^>]*?encoding\s*=\s*["']([^"']*)["']/.exec(start)?.[1].toLowerCase() ?? 'utf-8'
}

const oneByteEach = { 'iso-8859-1': 0xFF, 'iso-latin-1': 0xFF, latin1: 0xFF, 'us-ascii': 0x7F, ascii: 0x7F }

class Decoder {
  constructor(first) {
    this.encoding = encodingOf(first)
    this.refused = ''
    this.highest = oneByteEach[this.encoding]
    if (this.highest) return
    try {
      this.decoder = new TextDecoder(this.encoding, { fatal: true })
    } catch {
      this.refused = `its encoding, "${this.encoding.slice(0, 40)}", is not known here`
    }
  }

  /** The next piece's text; at the end call it with nothing. */
  text(bytes) {
    if (this.refused) return ''
    if (this.highest) return bytes ? this.oneByteEach(bytes) : ''
    try {
      return bytes ? this.decoder.decode(bytes, { stream: true }) : this.decoder.decode()
    } catch {
      this.refused = `it has bytes that are not text in its encoding, ${this.encoding}`
      return bytes ? this.before(bytes) : ''
    }
  }

  /** What stands before the first wrong byte, so that the line is right. */
  before(bytes) {
    const text = new TextDecoder(this.encoding).decode(bytes)
    const wrong = text.indexOf('\uFFFD', 2)
    return wrong < 0 ? text : text.slice(0, wrong)
  }

  oneByteEach(bytes) {
    let text = ''
    for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
    const wrong = this.highest < 0xFF ? bytes.findIndex(byte => byte > this.highest) : -1
    if (wrong < 0) return text
    this.refused = `it has bytes that are not text in its encoding, ${this.encoding}`
    return text.slice(0, wrong)
  }
}

module.exports = { Decoder }
