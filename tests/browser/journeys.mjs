// Runs every journey of this folder against the server at argv[2], a few at a time. Ends with "N passed, N failed".
import { readdirSync } from 'node:fs'
import { runAll } from './support.mjs'

const [, , address, ...words] = process.argv
for (const file of readdirSync(new URL('.', import.meta.url)).filter(name => name.endsWith('.test.mjs')).sort())
  await import(`./${file}`)
process.exit((await runAll(address, words.join(' '))) ? 0 : 1)
