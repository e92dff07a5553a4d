import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { admissible, scratch } from '../../helpers/admissible.ts'
import { familiesModule } from '../../helpers/own-families.ts'

const rowsIn = (folder: string) =>
  parse(readFileSync(join(folder, 'runs.csv'), 'utf8'), { columns: true }) as Record<string, string>[]

test('a network, delays and a wake-up of a module run, record, verify and replay like those of the catalogues', (t) => {
  const folder = scratch(t)
  writeFileSync(join(folder, 'mine.ts'), familiesModule)
  const own = '--topology ./mine.ts#wheel:spokes=4 --delay ./mine.ts#triangular'.split(' ')
  const run = (...words: string[]) => admissible(words, folder)
  const simulated = run('simulate', 'flooding', ...own, '--n', '12', '--record', 'run.jsonl', '--json')
  assert.equal(simulated.code, 0, simulated.stderr)
  const row = JSON.parse(simulated.stdout)
  // A ring of eleven and four spokes are 15 channels; flooding takes 2m − (n − 1) messages.
  assert.equal(row.m, 11 + 4)
  assert.equal(row.messages, 2 * 15 - 11)
  assert.match(run('verify', 'run.jsonl').stdout, /legal and admissible/)
  assert.deepEqual(JSON.parse(readFileSync(join(folder, 'run.jsonl'), 'utf8').split('\n')[0]!).families, [
    'mine.ts',
  ])
  // Two wake by themselves, and a depth-first search of one takes 4m − 2n + 2 messages.
  const woken = run(
    'simulate',
    'dfs-tree-no-root',
    ...own,
    '--n',
    '12',
    '--wakeup',
    './mine.ts#pair',
    '--json',
  )
  assert.equal(JSON.parse(woken.stdout).messages_claim, 2 * (4 * 15 - 2 * 12 + 2))
})

test('an experiment sweeps them in two processes, names them in its tables, and is told about where they are not loaded', (t) => {
  const folder = scratch(t)
  writeFileSync(join(folder, 'mine.ts'), familiesModule)
  writeFileSync(
    join(folder, 'experiment.ts'),
    `import { defineExperiment } from 'admissible/experiments'
export * from './mine.ts'
export default defineExperiment({
  name: 'wheels', question: 'How much do spokes cost?', algorithms: ['flooding'],
  topologies: ['wheel:spokes=2..8'], sizes: [16], delays: ['triangular'], replicates: 3, seed: 1,
  charts: ['against:x=topology_spokes'],
})`,
  )
  const { code, stderr } = admissible(['run', 'experiment.ts', '--workers', '2'], folder)
  assert.equal(code, 0, stderr)
  const results = join(folder, 'results/wheels')
  const rows = rowsIn(results)
  assert.deepEqual(
    rows.map(({ topology_spokes, m, messages }) => [topology_spokes, m, messages].map(Number)),
    // m is 15 channels of the ring and the spokes; 2m − (n − 1) messages.
    [2, 4, 8].flatMap((spokes) => Array(3).fill([spokes, 15 + spokes, 2 * (15 + spokes) - 15])),
  )
  const manifest = JSON.parse(readFileSync(join(results, 'manifest.json'), 'utf8'))
  assert.deepEqual(
    manifest.families.map(({ kind, name, module }: Record<string, string>) => [kind, name, module]),
    [
      ['topology', 'wheel', 'experiment.ts'],
      ['delay', 'triangular', 'experiment.ts'],
    ],
  )
  // Another process knows them by the manifest alone.
  const drawn = admissible(['report', 'results/wheels', '--chart', 'against:x=topology_spokes'], folder)
  assert.match(drawn.stdout, /messages-against-topology-spokes\.svg/)
  const again = admissible(['replay', 'results/wheels', '--row', '4', '--allow', '.'], folder)
  assert.match(again.stdout, /row 4: the same again/)
  const unasked = admissible(['replay', 'results/wheels', '--row', '4'], folder)
  assert.match(unasked.stderr, /names the module experiment\.ts, whose code would run; add --allow/)
  assert.match(
    admissible(['reproduce', 'results/wheels', '--allow', '.'], folder).stdout,
    /reproduced: 9 rows/,
  )
})

test('a parameter of an algorithm of one’s own is swept by a range and lies along an axis', (t) => {
  const folder = scratch(t)
  writeFileSync(
    join(folder, 'mine.ts'),
    `import { exactly, parametrised } from 'admissible'
export const chatter = parametrised({
  name: 'chatter',
  summary: 'sends f messages on every channel',
  parameters: { f: { kind: 'integer', min: 1, description: 'messages on each channel' } },
  create: ({ f }) => ({
    requires: {}, terminates: false, initially: () => ({}),
    uponStart(p) { for (let i = 0; i < f; i++) p.sendToAll({ type: 'word' }) },
    uponReceiving: { word() {} },
    claims: { messages: exactly('2f m') },
  }),
})
`,
  )
  const words = [
    'sweep',
    '--algorithm',
    './mine.ts#chatter:f=1..4',
    '--topology',
    'ring',
    '--n',
    '8',
    '--replicates',
    '1',
  ]
  const { code, stderr } = admissible([...words, '--chart', 'against:x=algorithm_f'], folder)
  assert.equal(code, 0, stderr)
  assert.deepEqual(
    rowsIn(join(folder, 'results/sweep')).map(({ algorithm_f, messages }) =>
      [algorithm_f, messages].map(Number),
    ),
    // 2 · f · 8 messages.
    [1, 2, 4].map((f) => [f, 16 * f]),
  )
  const figure = readFileSync(join(folder, 'results/sweep/charts/messages-against-algorithm-f.csv'), 'utf8')
  assert.deepEqual(
    (parse(figure, { columns: true }) as Record<string, string>[]).map(({ algorithm_f, median_messages }) =>
      [algorithm_f, median_messages].map(Number),
    ),
    [1, 2, 4].map((f) => [f, 16 * f]),
  )
})

const flaws: readonly (readonly [string, string, RegExp])[] = [
  [
    "summary: '', channels: () => [[0, 9]]",
    "name: 'own'",
    /topology own with n = 4: \[0, 9\] is no channel between two of the processors 0 to 3/,
  ],
  [
    "summary: '', channels: () => []",
    "name: 'ring'",
    /the name ring belongs to a topology of the catalogue; choose another/,
  ],
  ["summary: '', channels: () => []", "name: 'Own'", /topology: name is "Own"; it must be of small letters/],
  ["summary: ''", "name: 'own'", /topology own: channels: expected a function/],
]

for (const [rest, name, message] of flaws)
  test(`a family that cannot be used is told in one line: ${message.source.slice(0, 40)}`, (t) => {
    const folder = scratch(t)
    writeFileSync(
      join(folder, 'mine.ts'),
      `import { defineTopology } from 'admissible'\nexport const own = defineTopology({ ${name}, ${rest} } as never)`,
    )
    const words = ['simulate', 'flooding', '--topology', './mine.ts#own', '--n', '4']
    const { code, stderr } = admissible(words, folder)
    assert.equal(code, 2)
    assert.match(stderr, message)
    assert.equal(stderr.trim().split('\n').length, 1)
  })
