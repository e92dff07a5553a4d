import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { installIn } from './helpers/installed.ts'
import { temporaryFolder } from './helpers/temporary.ts'

const scratch = temporaryFolder()

await installIn(scratch)
cpSync('examples', scratch, { recursive: true })

/** Runs a command in the folder of an example. */
const runIn = (example: string, command: string, ...words: string[]) =>
  spawnSync(command, words, { cwd: join(scratch, example), encoding: 'utf8' })

const examples = readdirSync('examples')

test('there are three examples, and the README of each says what it prints', () => {
  assert.equal(examples.length, 3)
})

for (const example of examples)
  test(`the example ${example} prints what its README says`, () => {
    const { status, stdout, stderr } = runIn(example, 'npm', 'start', '--silent')
    assert.equal(status, 0, stderr)
    const blocks = [
      ...readFileSync(join('examples', example, 'README.md'), 'utf8').matchAll(/```text\n([^`]*)```/g),
    ]
    assert.ok(blocks.length > 0)
    for (const [, block] of blocks) assert.ok(stdout.includes(block!), stdout)
  })

test('the types of the example are right, as its tsconfig.json has them checked', () => {
  const checked = runIn('own-algorithm', resolve('node_modules/.bin/tsc'))
  assert.equal(checked.status, 0, checked.stdout)
})

test('the claim that the README of the example calls too low is violated', () => {
  const path = join(scratch, 'own-algorithm', 'flood-max.ts')
  const text = readFileSync(path, 'utf8')
  const changed = text.replace("atMost('2m n')", "atMost('m n / 8')")
  assert.notEqual(changed, text)
  writeFileSync(path, changed)
  const command = join(scratch, 'node_modules/.bin/admissible')
  const { status, stdout } = runIn('own-algorithm', command, 'run', './experiment.ts', '--no-report')
  assert.equal(status, 1)
  assert.match(stdout, /admissible simulate experiment\.ts#flood-max/)
})
