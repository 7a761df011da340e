// What a check found, as the page shows it: read from the worker's reports, filtered, grouped by rule or by child.
'use strict'
const { cellsOf } = require('./check.js')

const kinds = ['Error', 'Query']

/** { census, rules, sentence, children, errors, queries, not_kept, provisional, passed_over: [] } */
function summaryOf(lines) {
  const summary = { passed_over: [] }
  for (const line of lines.trimEnd().split('\n')) {
    const [name, value] = cellsOf(line)
    if (name === 'passed_over') summary.passed_over.push(value)
    else summary[name] = value
  }
  return summary
}

const ruleOf = row => ({
  code: row['Rule'], kind: row['Kind'], explain: row['What it means'], says: row['The rule in its own words'],
  doubt: row['Where these leave a doubt: how they are read']
})

const findingOf = (row, rules) => ({
  child: row['Child'], rule: rules.get(row['Rule']), where: row['Where'], module: row['Module'], element: row['Element'],
  value: row['Written there'] === '(nothing)' ? '' : row['Written there'], line: Number(row['Line of the file'])
})

/** The sheets "By rule" and "Findings" of the workbook, their cells by the titles of their columns. */
function findingsOf(lines) {
  const rules = new Map()
  const findings = []
  let sheet, titles
  for (const line of lines.split('\n')) {
    const [kind, ...cells] = cellsOf(line)
    if (kind === 'sheet') sheet = cells[0]
    if (kind === 'columns') titles = cells.filter((_, at) => at % 2 === 0)
    if (kind !== 'row') continue
    const row = Object.fromEntries(titles.map((title, at) => [title, cells[at]?.slice(1) ?? '']))
    if (sheet === 'By rule') rules.set(row['Rule'], ruleOf(row))
    if (sheet === 'Findings') findings.push(findingOf(row, rules))
  }
  return { rules, findings }
}

const wordsOf = finding => finding.words ??=
  `${finding.child} ${finding.rule.code} ${finding.where} ${finding.element} ${finding.value} ${finding.rule.explain}`.toLowerCase()

function filtered(findings, { kind, words }) {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return findings.filter(finding => (!kind || finding.rule.kind === kind) && wanted.every(word => wordsOf(finding).includes(word)))
}

/** [{ key, findings }]: rules as the workbook orders them, children as they come; the return as a whole first. */
function grouped(findings, view, rules) {
  const groups = new Map(view === 'rule' ? [...rules.keys()].map(code => [code, []]) : [['-', []]])
  for (const finding of findings) {
    const key = view === 'rule' ? finding.rule.code : finding.child
    if (!groups.has(key)) groups.set(key, [])
    groups.get(key).push(finding)
  }
  return [...groups].filter(([, members]) => members.length > 0).map(([key, members]) => ({ key, findings: members }))
}

const counted = (number, one, many) => `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`

function countsOf(findings) {
  const [errors, queries] = kinds.map(kind => findings.filter(finding => finding.rule.kind === kind).length)
  return [errors && counted(errors, 'error', 'errors'), queries && counted(queries, 'query', 'queries')].filter(Boolean).join(', ')
}

module.exports = { summaryOf, findingsOf, filtered, grouped, counted, countsOf }
