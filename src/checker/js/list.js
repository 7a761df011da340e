// The list of findings: one <details> for each rule or child, filled when it is opened, more groups and rows on request.
'use strict'
const { counted, countsOf } = require('./findings.js')

const groupsAtOnce = 50
const rowsAtOnce = 100
const openAtOnce = 5
const rowsOnPaper = 5000

function element(name, className, ...inside) {
  const made = document.createElement(name)
  if (className) made.className = className
  made.append(...inside)
  return made
}

const tag = kind => element('strong', `govuk-tag ${kind === 'Error' ? 'govuk-tag--red' : 'govuk-tag--blue'}`, kind)

function written(finding) {
  if (finding.value) return finding.value
  return finding.element === finding.module ? '' : element('span', 'kith-minor', 'nothing')
}

const where = finding => finding.element === '-' ? finding.where : `${finding.where} (${finding.element})`
const named = child => child === '-' ? 'none named' : child

const columns = {
  rule: [['Child', finding => named(finding.child)], ['Where', where], ['Written there', written], ['Line', finding => finding.line]],
  child: [['What is wrong', finding => element('span', '', tag(finding.rule.kind), ` ${finding.rule.explain} (rule ${finding.rule.code})`)],
    ['Where', where], ['Written there', written], ['Line', finding => finding.line]]
}

function table(findings, view, caption) {
  const head = element('tr', 'govuk-table__row', ...columns[view].map(([title]) => {
    const cell = element('th', 'govuk-table__header', title)
    cell.scope = 'col'
    return cell
  }))
  const body = element('tbody', 'govuk-table__body')
  const made = element('table', 'govuk-table kith-findings', element('caption', 'govuk-visually-hidden', caption),
    element('thead', 'govuk-table__head', head), body)
  const holder = element('div', '', made)
  const more = element('button', 'govuk-button govuk-button--secondary kith-no-print')
  more.type = 'button'
  let shown = 0
  const add = many => {
    const rows = findings.slice(shown, shown + many).map(finding => element('tr', 'govuk-table__row', ...columns[view].map(([title, cell]) => {
      const made = element('td', 'govuk-table__cell', cell(finding))
      made.dataset.title = title
      return made
    })))
    body.append(...rows)
    shown += rows.length
    more.textContent = `Show more of ${counted(findings.length, 'place', 'places')}`
    if (shown >= findings.length) more.remove()
    return rows
  }
  holder.append(more)
  more.addEventListener('click', () => {
    const [first] = add(rowsAtOnce * 10)
    first.tabIndex = -1
    first.focus()
  })
  add(rowsAtOnce)
  holder.showAll = add
  return holder
}

function about(rule) {
  const parts = [element('p', 'govuk-body kith-minor', `Rule ${rule.code}: ${rule.says}`)]
  if (rule.doubt) parts.push(element('p', 'govuk-body kith-minor', `How it was read: ${rule.doubt}`))
  return parts
}

function titleOf({ key, findings }, view) {
  if (view === 'child') return [`${key === '-' ? 'The return, and children without an identifier' : `Child ${key}`}: ${countsOf(findings)}`]
  const { kind, explain } = findings[0].rule
  return [tag(kind), ` ${explain} `, element('span', 'kith-minor', `${counted(findings.length, 'place', 'places')}, rule ${key}`)]
}

function groupOf(group, view) {
  const heading = element('h3', 'kith-group__title', ...titleOf(group, view))
  const made = element('details', 'kith-group', element('summary', '', heading))
  const fill = () => {
    if (made.holder) return
    made.holder = table(group.findings, view, heading.textContent)
    made.append(...(view === 'rule' ? about(group.findings[0].rule) : []), made.holder)
  }
  made.addEventListener('toggle', () => made.open && fill())
  made.unfold = () => {
    fill()
    made.open = true
  }
  return made
}

class List {
  constructor(place, more) {
    this.place = place
    this.more = more
    more.addEventListener('click', () => {
      const [first] = this.add(groupsAtOnce)
      first.firstElementChild.focus()
    })
  }

  show(groups, view) {
    this.groups = groups
    this.view = view
    this.shown = 0
    this.place.replaceChildren()
    const added = this.add(groupsAtOnce)
    if (groups.length <= openAtOnce) for (const group of added) group.unfold()
  }

  add(many) {
    const added = this.groups.slice(this.shown, this.shown + many).map(group => groupOf(group, this.view))
    this.place.append(...added)
    this.shown += added.length
    const left = this.groups.length - this.shown
    this.more.hidden = left === 0
    this.more.textContent = this.view === 'rule' ? `Show ${counted(left, 'more rule', 'more rules')}` : `Show more of ${counted(left, 'child', 'children')}`
    return added
  }

  /** Everything open, as far as paper goes: hands back how many findings were left out. */
  unfold() {
    let room = rowsOnPaper
    this.add(Math.min(this.groups.length - this.shown, rowsOnPaper))
    for (const [at, group] of [...this.place.children].entries()) {
      if (room <= 0) break
      group.unfold()
      group.holder.showAll(room)
      room -= this.groups[at].findings.length
    }
    const all = this.groups.reduce((sum, group) => sum + group.findings.length, 0)
    return Math.max(0, all - rowsOnPaper)
  }
}

module.exports = { List }
