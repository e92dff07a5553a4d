/** Runs the tests: all of them, or those whose path contains one of the arguments. */

import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { globSync } from './files.ts'

// What the command line prints is compared as text; some systems for continuous integration ask for colours.
process.env.NO_COLOR = '1'

const wanted = process.argv.slice(2)
const files = globSync('test', '.test.ts')
  .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
  .map((file) => `dist/${file.replace(/\.ts$/, '.js')}`)
if (files.length === 0) {
  process.stderr.write(`no test file matches ${wanted.join(' ')}\n`)
  process.exitCode = 2
} else {
  run({ files, concurrency: 2 })
    .on('test:fail', () => {
      process.exitCode = 1
    })
    .compose(new spec())
    .pipe(process.stdout)
}
