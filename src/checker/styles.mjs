// The style sheet of the one file: those rules of GOV.UK Frontend that name only classes the page has, without the font
// and the pictures that belong to gov.uk, and the checker's own.
import { readFileSync } from 'node:fs'

const govuk = new URL('../../node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.css', import.meta.url)
const own = new URL('../web/returns/checker.css', import.meta.url)

/** Top-level blocks: "selector{…}", "@media …{…}". */
function blocksOf(css) {
  const blocks = []
  for (let at = 0; at < css.length;) {
    const open = css.indexOf('{', at)
    if (open < 0) break
    let depth = 1
    let end = open + 1
    for (; depth > 0; ++end) depth += css[end] === '{' ? 1 : css[end] === '}' ? -1 : 0
    blocks.push({ head: css.slice(at, open).replace(/^[^{]*;/, '').trim(), inside: css.slice(open + 1, end - 1) })
    at = end
  }
  return blocks
}

function kept(css, classes) {
  return blocksOf(css).map(({ head, inside }) => {
    if (head.startsWith('@media') || head.startsWith('@supports')) {
      const within = kept(inside, classes)
      return within && `${head}{${within}}`
    }
    if (head.startsWith('@')) return ''
    const selectors = head.split(',').filter(selector =>
      (selector.replace(/:not\([^)]*\)/g, '').match(/\.(?:\\.|[\w-])+/g) ?? []).every(name => classes.has(name.slice(1).replaceAll('\\', ''))))
    return selectors.length > 0 ? `${selectors.join(',')}{${inside}}` : ''
  }).join('')
}

export function styles(markup) {
  const classes = new Set(markup.match(/[\w!-]+/g))
  const css = kept(readFileSync(govuk, 'utf8'), classes).replaceAll('"GDS Transport",arial', 'Arial,Helvetica')
    .replaceAll('GDS Transport,arial', 'Arial,Helvetica').replace(/url\([^)]*\)/g, 'none')
  return css + readFileSync(own, 'utf8')
}
