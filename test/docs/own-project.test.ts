import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { installIn } from '../helpers/installed.ts'
import { temporaryFolder } from '../helpers/temporary.ts'

const project = temporaryFolder()
await installIn(project)
writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }\n')

/** Runs a command in the project. */
const runHere = (command: string, ...words: string[]) =>
  spawnSync(command, words, { cwd: project, encoding: 'utf8' })

const admissible = (...words: string[]) => runHere(join(project, 'node_modules/.bin/admissible'), ...words)

test('a project begins with init and runs, and its types are right', () => {
  const begun = admissible('init')
  assert.deepEqual(
    [begun.status, begun.stdout],
    [
      0,
      `Wrote flood-max.ts, experiment.ts, tsconfig.json; kept package.json.
For npm start: npm pkg set scripts.start="admissible run ./experiment.ts"
Next: npx admissible run ./experiment.ts
`,
    ],
  )
  const ran = admissible('run', './experiment.ts', '--no-report')
  assert.equal(ran.status, 0, ran.stderr)
  assert.match(ran.stdout, /60 of them kept their claims/)
  const checked = runHere(resolve('node_modules/.bin/tsc'))
  assert.equal(checked.status, 0, checked.stdout)
})

const resolutions = [
  ['node16', 'node16'],
  ['nodenext', 'nodenext'],
  ['esnext', 'bundler'],
] as const

for (const [module, resolution] of resolutions)
  test(`with resolution as in ${resolution}, the example of the README and all that the package declares have right types`, () => {
    const [, example] = /Save this as `count.ts`:\n\n```ts\n([^`]*(?:`[^`]+)*?)```/.exec(
      readFileSync('README.md', 'utf8'),
    )!
    writeFileSync(join(project, 'count.ts'), example!)
    const doors = ['admissible', 'admissible/algorithms', 'admissible/experiments', 'admissible/reports']
    writeFileSync(
      join(project, 'doors.ts'),
      doors.map((door, i) => `export * as door${i} from '${door}'\n`).join(''),
    )
    const checked = runHere(
      resolve('node_modules/.bin/tsc'),
      ...['--ignoreConfig', '--noEmit', '--strict', '--types', 'node', '--target', 'es2022'],
      ...['--module', module, '--moduleResolution', resolution, 'count.ts', 'doors.ts'],
    )
    assert.equal(checked.status, 0, checked.stdout)
  })
