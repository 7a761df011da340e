// The workbook lines of checker.h as an XLSX file. Text is an inline string, never a formula. zipped by fflate, in
// pieces, so that 200,000 rows are not held twice.
'use strict'
const { Zip, ZipDeflate, strToU8 } = require('fflate')
const { cellsOf } = require('./check.js')

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

// What XML 1.0 cannot hold is left out, and _x000D_ would be read as an escape.
const unfit = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu
const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '_x': '_x005F_x' }
const escaped = text => text.replace(unfit, '').replace(/[&<>"]|_x(?=[0-9A-Fa-f]{4}_)/g, found => escapes[found])

const styles = `${head}<styleSheet ${main}><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/>` +
  '<name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill ' +
  'patternType="gray125"/></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>' +
  '<left/><right/><top/><bottom style="thin"/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
  '<cellXfs count="3"><xf xfId="0"/><xf fontId="1" borderId="1" applyFont="1" applyBorder="1" xfId="0"/><xf applyAlignment="1" ' +
  'xfId="0"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>'

const textCell = (text, style) => `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
const cellOf = cell => cell[0] === 'n' ? `<c s="2"><v>${Number(cell.slice(1))}</v></c>` : textCell(cell.slice(1), 2)
const lastColumn = count => String.fromCharCode(64 + count)

function beginning(columns) {
  const widths = columns.map(({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
  return `${head}<worksheet ${main}><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" ` +
    `activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData><row>` +
    `${columns.map(({ title }) => textCell(title, 1)).join('')}</row>`
}

function end(columns, rows) {
  const filter = columns.length > 1 && rows > 0 ? `<autoFilter ref="A1:${lastColumn(columns.length)}${rows + 1}"/>` : ''
  return `</sheetData>${filter}</worksheet>`
}

function surroundings(names) {
  const each = write => names.map((name, at) => write(name, at + 1)).join('')
  return {
    '[Content_Types].xml': `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType=` +
      '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ` +
      `ContentType="${types}.styles+xml"/>` +
      `${each((_, at) => `<Override PartName="/xl/worksheets/sheet${at}.xml" ContentType="${types}.worksheet+xml"/>`)}</Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" ` +
      'Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml': `${head}<workbook ${main} xmlns:r="${relations}"><sheets>` +
      `${each((name, at) => `<sheet name="${escaped(name)}" sheetId="${at}" r:id="rId${at}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packages}/relationships">` +
      `${each((_, at) => `<Relationship Id="rId${at}" Type="${relations}/worksheet" Target="worksheets/sheet${at}.xml"/>`)}` +
      `<Relationship Id="styles" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': styles
  }
}

/** The file's bytes, in pieces. */
function xlsx(lines) {
  const pieces = []
  const zip = new Zip((error, piece) => {
    if (error) throw error
    pieces.push(piece)
  })
  const part = path => {
    const file = new ZipDeflate(path, { level: 6 })
    zip.add(file)
    return file
  }
  const names = []
  let sheet, columns, rows, held
  const push = more => {
    held += more
    if (held.length < 100_000) return
    sheet.push(strToU8(held))
    held = ''
  }
  const finish = () => sheet?.push(strToU8(held + end(columns, rows)), true)
  for (const line of lines) {
    const [kind, ...cells] = cellsOf(line)
    if (kind === 'sheet') {
      finish()
      names.push(cells[0])
      sheet = part(`xl/worksheets/sheet${names.length}.xml`)
      held = ''
      rows = 0
    } else if (kind === 'columns') {
      columns = Array.from({ length: cells.length / 2 }, (_, at) => ({ title: cells[at * 2], width: Number(cells[at * 2 + 1]) }))
      push(beginning(columns))
    } else {
      ++rows
      push(`<row>${cells.map(cellOf).join('')}</row>`)
    }
  }
  finish()
  for (const [path, text] of Object.entries(surroundings(names))) part(path).push(strToU8(text), true)
  zip.end()
  return pieces
}

module.exports = { xlsx }
