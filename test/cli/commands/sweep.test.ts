import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { admissible, realData, scratch } from '../../helpers/admissible.ts'

const sweep = (folder: string, words: string) => admissible(['sweep', ...words.split(' ')], folder)

/** The files that may not depend on anything but definition and seed, by name. */
function bytesOf(folder: string): Record<string, string> {
  const charts = readdirSync(join(folder, 'charts')).filter((name) => name.endsWith('.svg'))
  const names = ['runs.csv', 'summary.csv', ...charts.map((name) => join('charts', name))]
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}

test('the same sweep with 1 and with 2 workers, twice, gives identical bytes', (t) => {
  const folder = scratch(t)
  const words =
    '--algorithm flooding,dfs-tree-root --topology ring,gnp:degree=4 --n 16..128 --replicates 4 --seed 9'
  const results = [1, 2, 1, 2].map((workers, i) => {
    assert.equal(sweep(folder, `${words} --workers ${workers} --out run${i}`).code, 0)
    return bytesOf(join(folder, `run${i}`))
  })
  assert.ok(Object.keys(results[0]!).length >= 5)
  for (const result of results) assert.deepEqual(result, results[0])
  const { command } = JSON.parse(readFileSync(join(folder, 'run0/manifest.json'), 'utf8'))
  assert.equal(command, `admissible sweep ${words} --workers 1 --out run0`)
})

test('a sweep over a real network works from flags', (t) => {
  const data = realData(t)
  if (data === null) return
  const kdl = join(data, 'topology-zoo/Kdl.gml')
  const folder = scratch(t)
  const words = `--algorithm flooding --topology file:${kdl} --delay uniform --replicates 5`
  const { code, stdout } = sweep(folder, words)
  assert.equal(code, 0)
  assert.match(stdout, /5 runs, 5 of them held to their claims/)
  for (const file of ['runs.csv', 'summary.csv', 'timings.csv', 'manifest.json', 'report.html'])
    assert.ok(existsSync(join(folder, 'results/latest', file)), file)
})

test('--dry-run prints the grid and its cost and writes nothing', (t) => {
  const folder = scratch(t)
  const words = '--algorithm flooding --topology ring --n 16,32 --replicates 3 --dry-run'
  // 2m − (n − 1) = n + 1 on a ring: 3 · (17 + 33) = 150 messages.
  assert.match(sweep(folder, words).stdout, /6 runs, about 150 messages/)
  const { cells, memory } = JSON.parse(sweep(folder, `${words} --json`).stdout)
  assert.equal(cells, 6)
  // The largest of the runs: 121 bytes for each of 32 processors, 16 for each of 32 messages.
  assert.equal(memory.n, 32)
  assert.equal(memory.bytes.total - memory.bytes.program, 121 * 32 + 16 * 32)
  assert.deepEqual(readdirSync(folder), [])
})

test('--json prints one document that names the files', (t) => {
  const folder = scratch(t)
  const { stdout } = sweep(folder, '--algorithm flooding --topology ring --n 8 --replicates 2 --json')
  const document = JSON.parse(stdout)
  assert.deepEqual(document.outcomes, { terminated: 2 })
  for (const file of document.files) assert.ok(existsSync(join(folder, document.directory, file)), file)
})

/** A user's module: a ring token whose claim and behaviour are given. */
const tokenModule = (claim: string, handler: string) => `
import { type Algorithm, atMost, exactly, LEFT } from 'admissible'
import { defineExperiment } from 'admissible/experiments'

type Message = { readonly type: 'token' }
interface State { readonly isRoot: boolean }

export const token: Algorithm<State, Message, { readonly isRoot: boolean }> = {
  name: 'token',
  requires: { root: true, shape: 'ring', orientation: true },
  terminates: false,
  initially: ({ isRoot }) => ({ isRoot }),
  uponStart(p, state) {
    if (state.isRoot) p.send(LEFT, { type: 'token' })
  },
  uponReceiving: {
    token(p, state, message) {
      ${handler}
    },
  },
  claims: { messages: ${claim}, time: atMost('n') },
}

export default defineExperiment({
  name: 'token',
  question: 'How far does a token travel?',
  algorithms: [token],
  topologies: ['ring'],
  sizes: [5, 8],
  replicates: 2,
  seed: 1,
  budget: { messages: 1000, seconds: 2 },
})
`
const forward = 'if (!state.isRoot) p.send(LEFT, message)'

test('a wrong claim makes run exit 1 and print a command that shows the violation', (t) => {
  const folder = scratch(t)
  writeFileSync(join(folder, 'token.ts'), tokenModule("exactly('n - 1')", forward))
  const { code, stdout } = admissible(['run', './token.ts'], folder)
  assert.equal(code, 1)
  const replay = /to see it again: admissible (.*)/.exec(stdout)![1]!
  const shown = admissible(replay.split(' '), folder)
  assert.equal(shown.code, 1)
  assert.match(shown.stdout, /messages +5 +claim: 4, violated/)
})

test('an algorithm of one’s own that keeps its claims runs, is charted and reported', (t) => {
  const folder = scratch(t)
  writeFileSync(join(folder, 'token.ts'), tokenModule("exactly('n')", forward))
  assert.equal(admissible(['run', './token.ts'], folder).code, 0)
  assert.ok(existsSync(join(folder, 'results/token/charts/messages-against-n.png')))
})

/** What it does, its handler, what is said of it, and the exit code: sending for ever also breaks its claims. */
const misbehaviour: readonly (readonly [string, string, RegExp, number])[] = [
  ['throws', "throw new Error('oops')", /p_\d+.*upon receiving ⟨token⟩.*Error: oops/, 3],
  ['sends for ever', 'p.send(LEFT, message)', /more than 1000 messages were sent/, 1],
  [
    'sends on a channel that it does not have',
    'p.send(7, message)',
    /sends on channel 7, but has 2 channels/,
    3,
  ],
  ['never returns', 'for (;;);', /2 s/, 3],
]

for (const [what, handler, message, expected] of misbehaviour)
  test(`an algorithm that ${what} is named with its run, and the exit code is ${expected}`, (t) => {
    const folder = scratch(t)
    writeFileSync(
      join(folder, 'token.ts'),
      tokenModule("exactly('n')", handler).replace('sizes: [5, 8]', 'sizes: [5]'),
    )
    const { code, stdout, stderr } = admissible(['run', './token.ts', '--workers', '2'], folder)
    assert.equal(code, expected, stdout + stderr)
    assert.match(stdout, message)
    assert.match(stdout, /to see it again: admissible simulate token\.ts#token --topology ring --n 5/)
    assert.doesNotMatch(stdout + stderr, /\n\s+at /)
  })

const badFiles: readonly (readonly [string, string, RegExp])[] = [
  ['nowhere.ts', '', /nowhere\.ts/],
  ['throws.ts', "throw new Error('at import')", /throws\.ts.*at import/],
  ['empty.ts', 'export const x = 1', /empty\.ts has no default export/],
  ['syntax.ts', 'export default {', /syntax\.ts:\d+/],
  [
    'unknown.ts',
    tokenModule("exactly('n')", forward).replace('replicates', 'replicants'),
    /replicants.*did you mean replicates/,
  ],
  [
    'nested.ts',
    tokenModule("exactly('n')", forward).replace("'ring'],", "'ring', 'rnig'],"),
    /topologies\[1\].*rnig.*ring/,
  ],
]

for (const [name, text, message] of badFiles)
  test(`a bad experiment file is one line and exit code 2: ${name}`, (t) => {
    const folder = scratch(t)
    if (text !== '') writeFileSync(join(folder, name), text)
    const { code, stderr } = admissible(['run', `./${name}`], folder)
    assert.equal(code, 2, stderr)
    assert.match(stderr, message)
    assert.equal(stderr.trim().split('\n').length, 1, stderr)
    assert.ok(!existsSync(join(folder, 'results')))
  })

test('a misspelt stock experiment is told what was meant', () => {
  const { code, stderr } = admissible(['run', 'quikstart'])
  assert.equal(code, 2)
  assert.match(stderr, /did you mean quickstart\?/)
})

test('an output folder that cannot be written to is one line, before anything runs', (t) => {
  const folder = scratch(t)
  writeFileSync(join(folder, 'file'), '')
  const { code, stderr } = sweep(folder, '--algorithm flooding --topology ring --n 8 --out file/results')
  assert.equal(code, 2)
  assert.match(stderr, /file\/results/)
  assert.equal(stderr.trim().split('\n').length, 1)
})

test('report redraws the same bytes from a results folder', (t) => {
  const folder = scratch(t)
  sweep(folder, '--algorithm flooding --topology ring --n 8,16 --replicates 3 --out results')
  const before = bytesOf(join(folder, 'results'))
  const { code, stdout } = admissible(['report', 'results', '--json'], folder)
  assert.equal(code, 0)
  assert.ok(JSON.parse(stdout).includes('summary.csv'))
  assert.deepEqual(bytesOf(join(folder, 'results')), before)
  assert.equal(admissible(['report', 'nowhere'], folder).code, 2)
})
