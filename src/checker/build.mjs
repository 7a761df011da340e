// build.mjs OUTPUT WASM: writes OUTPUT/checker.html, the checker as one file, and OUTPUT/checker.js, its script for a
// page of Kith's own. Both are this folder's files, saxes and fflate, and the compiled C++, put into one text.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { styles } from './styles.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const root = resolve(here, '../..')
const [output, wasm] = process.argv.slice(2)
const text = path => readFileSync(path, 'utf8')

/** The browser's own build of a package where it has one: the others ask for Node's modules. */
function fileOf(name, from) {
  if (name === 'fflate') return resolve(root, 'node_modules/fflate/lib/browser.cjs')
  return createRequire(from).resolve(name)
}

/** A script and everything that it requires, each a function of its own; `given` are modules by name. */
function bundle(entry, given = {}) {
  const modules = new Map()
  const add = path => {
    const name = relative(root, path)
    if (modules.has(name)) return name
    modules.set(name, '')
    const source = text(path).replace(/\/\/# sourceMappingURL.*/g, '').replace(/\brequire\((['"])([^'"]+)\1\)/g, (whole, _, wanted) =>
      wanted in given ? whole : `require(${JSON.stringify(add(fileOf(wanted, path)))})`)
    modules.set(name, source)
    return name
  }
  const first = add(entry)
  const parts = [...modules].map(([name, source]) => `${JSON.stringify(name)}(module, exports, require) {\n${source}\n}`)
  const known = Object.entries(given).map(([name, value]) => `${JSON.stringify(name)}(module) { module.exports = ${value} }`)
  return `'use strict';\n(() => {\nconst made = {}\nconst modules = {\n${[...known, ...parts].join(',\n')}\n}\n` +
    'function require(name) {\n  if (made[name]) return made[name].exports\n  const module = made[name] = { exports: {} }\n' +
    `  modules[name](module, module.exports, require)\n  return module.exports\n}\nrequire(${JSON.stringify(first)})\n})()\n`
}

// Nothing of it can end the script element that it may stand in.
const literal = value => JSON.stringify(value).replace(/</g, '\\u003C')
const inScript = script => script.replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--')

const hashOf = content => `'sha256-${createHash('sha256').update(content).digest('base64')}'`

function page(script) {
  const parts = text(resolve(root, 'src/web/returns/checker_parts.html')).replace(/\{#[^]*?#\}\n?/g, '')
  const style = styles(parts + text(resolve(here, 'js/list.js')) + text(resolve(here, 'page.html')))
  const inside = inScript(script)
  const policy = `default-src 'none'; script-src ${hashOf(inside)} 'wasm-unsafe-eval'; style-src ${hashOf(style)}; ` +
    "worker-src blob:; connect-src 'none'; form-action 'none'; base-uri 'none'"
  const filled = { policy, style, parts, script: inside }
  return text(resolve(here, 'page.html')).replace(/\[\[(\w+)\]\]/g, (_, name) => filled[name])
}

const worker = bundle(resolve(here, 'js/worker.js'))
const program = `{ worker: ${literal(worker)}, wasm: ${literal(readFileSync(wasm).toString('base64'))} }`
const script = bundle(resolve(here, 'js/page.js'), { program })
writeFileSync(resolve(output, 'checker.js'), script)
writeFileSync(resolve(output, 'checker.html'), page(script))
