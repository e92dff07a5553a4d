import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, test } from 'node:test'

const scratch = mkdtempSync(join(tmpdir(), 'admissible-examples-'))
after(() => rmSync(scratch, { recursive: true }))

install()
cpSync('examples', scratch, { recursive: true })

/** Installs the package as it would be published; what it depends on is linked. */
function install(): void {
  const modules = join(scratch, 'node_modules')
  mkdirSync(join(modules, '.bin'), { recursive: true })
  for (const name of readdirSync('node_modules'))
    if (!name.startsWith('.')) symlinkSync(resolve('node_modules', name), join(modules, name))
  const packed = execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', scratch])
  const [{ filename }] = JSON.parse(packed.toString()) as [{ filename: string }]
  execFileSync('tar', ['-xzf', join(scratch, filename), '-C', scratch])
  cpSync(join(scratch, 'package'), join(modules, 'admissible'), { recursive: true })
  // As npm does on installing.
  chmodSync(join(modules, 'admissible/dist/cli/main.js'), 0o755)
  symlinkSync('../admissible/dist/cli/main.js', join(modules, '.bin', 'admissible'))
}

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

test('the algorithm of the example type-checks against the types of the package', () => {
  const options = ['--noEmit', '--strict', '--module', 'nodenext', '--skipLibCheck', '--types', 'node']
  const checked = runIn('own-algorithm', resolve('node_modules/.bin/tsc'), ...options, 'flood-max.ts')
  assert.equal(checked.status, 0, checked.stdout)
})

test('the claim that the README of the example calls too low is violated', () => {
  const path = join(scratch, 'own-algorithm', 'flood-max.ts')
  const text = readFileSync(path, 'utf8')
  const changed = text.replace("atMost('2m n')", "atMost('m n / 8')")
  assert.notEqual(changed, text)
  writeFileSync(path, changed)
  const command = join(scratch, 'node_modules/.bin/admissible')
  const { status, stdout } = runIn('own-algorithm', command, 'run', './flood-max.ts', '--no-report')
  assert.equal(status, 1)
  assert.match(stdout, /admissible simulate flood-max\.ts#flood-max/)
})
