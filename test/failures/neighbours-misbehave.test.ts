import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { admissible } from '../helpers/admissible.ts'
import { misbehaving } from '../helpers/misbehaving.ts'
import { temporaryFolder } from '../helpers/temporary.ts'

const folder = temporaryFolder()

writeFileSync(
  join(folder, 'good.mjs'),
  `export const good = {
    name: 'good',
    requires: { root: true, coins: true },
    terminates: false,
    initially: ({ isRoot }) => ({ isRoot, sum: 0 }),
    uponStart(p, state) { if (state.isRoot) p.sendToAll({ type: 'M', hops: Math.floor(Math.log2(64)) }) },
    uponReceiving: { M(p, state, { hops }, from) { state.sum += [3, 1, 2].sort()[0]; if (hops > 0) p.send(from, { type: 'M', hops: hops - 1 }) } },
    columns: { sum: { read: ({ states }) => states.reduce((all, { sum }) => all + sum, 0) } },
  }`,
)

/** The rows of the good algorithms, in a sweep of these algorithms. */
function goodRows(algorithms: readonly string[], workers: number): string[] {
  const words = ['sweep', '--algorithm', algorithms.join(','), '--topology', 'ring', '--n', '8,16']
  const run = [
    '--replicates',
    '4',
    '--delay',
    'exponential',
    '--max-seconds',
    '1',
    '--workers',
    String(workers),
  ]
  const { code, stderr } = admissible([...words, ...run, '--no-report', '--out', 'out'], folder)
  assert.ok(code !== 2 && code !== 70, stderr)
  const [header, ...rows] = readFileSync(join(folder, 'out/runs.csv'), 'utf8').trimEnd().split('\n')
  // Which columns there are depends on the others; what the good ones have in theirs does not.
  const columns = header!.split(',').map((name, i) => ({ name, i }))
  return rows
    .map((row) => row.split(','))
    .filter((fields) => fields[1] !== 'bad')
    .map((fields) =>
      columns
        .map(({ name, i }) => `${name}=${fields[i]}`)
        .filter((text) => !text.endsWith('='))
        .join(' '),
    )
}

const alone = goodRows(['./good.mjs', 'flooding'], 1)

/** One of each sort; the script torture.ts tries all of them. */
const tried = [
  'replaces JSON.stringify in a handler',
  'replaces Object.prototype.toJSON in a handler',
  'rejects a promise later',
  'throws in the next tick',
  'reports the cells of others',
  'sends nonsense to whoever started it',
  'listens to what its worker is told',
]

test('the rows of a good algorithm are the same alone', () => {
  assert.equal(alone.length, 16)
})

for (const [number, what] of tried.entries())
  test(`an algorithm that ${what} changes no row of another`, () => {
    const module = `bad-${number}.mjs`
    writeFileSync(join(folder, module), misbehaving[what]!)
    assert.deepEqual(goodRows([`./${module}`, './good.mjs', 'flooding'], 1 + (number % 2)), alone)
  })

for (const [what, message] of [
  ['replaces Math.log when it is imported', /bad\.mjs: changes Math\.log, which belongs to JavaScript/],
  [
    'replaces Array.prototype[Symbol.iterator] when it is imported',
    /bad\.mjs: changes Array\.prototype\.Symbol\(Symbol\.iterator\)/,
  ],
  ['leaves its process when it is imported', /bad\.mjs ends the process when it is imported$/],
] as const)
  test(`an algorithm that ${what} is refused in one line, and nothing runs`, () => {
    writeFileSync(join(folder, 'bad.mjs'), misbehaving[what]!)
    const words = [
      'sweep',
      '--algorithm',
      './bad.mjs,./good.mjs',
      '--topology',
      'ring',
      '--n',
      '8',
      '--out',
      'none',
    ]
    const { code, stderr } = admissible(words, folder)
    assert.equal(code, 2)
    assert.match(stderr.trimEnd(), message)
    assert.equal(stderr.trimEnd().split('\n').length, 1)
    assert.ok(!existsSync(join(folder, 'none')))
  })
