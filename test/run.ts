/**
 * Runs the tests: all of them, or those whose path contains one of the arguments.
 *
 *     node dist/test/run.js [--fast] [--record] [part of a path …]
 *
 * With --fast those that `slow.json` names are left out, and told; with --record that file is written anew.
 */

import { readFileSync, writeFileSync } from 'node:fs'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { parseArgs } from 'node:util'
import { globSync } from './files.ts'
import { measuredSlow, slowestFirst } from './slow.ts'

// What the command line prints is compared as text; some systems for continuous integration ask for colours.
process.env.NO_COLOR = '1'

const { values, positionals } = parseArgs({
  options: { fast: { type: 'boolean', default: false }, record: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const slow = JSON.parse(readFileSync('test/slow.json', 'utf8')) as Record<string, number>
const all = globSync('test', '.test.ts')
const wanted = all.filter(
  (file) => positionals.length === 0 || positionals.some((part) => file.includes(part)),
)
const files = slowestFirst(wanted, slow).filter((file) => !values.fast || slow[file] === undefined)
const built = (file: string): string => `dist/${file.replace(/\.ts$/, '.js')}`

if (files.length === 0) {
  process.stderr.write(`no ${values.fast ? 'fast ' : ''}test file matches ${positionals.join(' ')}\n`)
  process.exitCode = 2
} else {
  const seconds: Record<string, number> = {}
  run({ files: files.map(built), concurrency: 2 })
    .on('test:fail', () => {
      process.exitCode = 1
    })
    .on('test:complete', ({ name, details }) => {
      const file = files.find((one) => name.endsWith(built(one)))
      if (file !== undefined) seconds[file] = details.duration_ms / 1000
    })
    .on('end', () => {
      const known = Object.entries({ ...slow, ...seconds }).filter(([file]) => all.includes(file))
      if (values.record) writeFileSync('test/slow.json', measuredSlow(Object.fromEntries(known)))
    })
    .compose(new spec())
    .on('end', () => {
      const left = wanted.filter((file) => !files.includes(file))
      if (left.length > 0) process.stdout.write(`\nleft out, for they are slow:\n  ${left.join('\n  ')}\n`)
    })
    .pipe(process.stdout)
}
