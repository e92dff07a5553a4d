import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { eigByzantine } from '../../../algorithms/index.ts'
import { type ResilienceDefinition, runMaps, stockMaps } from '../../../experiments/index.ts'
import { admissibleHere } from '../../helpers/admissible.ts'

const folder = mkdtempSync(join(tmpdir(), 'admissible-resilience-'))
after(() => rmSync(folder, { recursive: true }))

const asked = (parts: Partial<ResilienceDefinition>): ResilienceDefinition => ({
  ...{ name: 'resilience', title: 'Resilience', question: '?', algorithms: ['floodset'], faults: null },
  ...{ sizes: [3], bounds: [1], states: 20_000, tries: 300, seed: 1 },
  ...parts,
})

const mapsOf = async (parts: Partial<ResilienceDefinition>, workers = 1) =>
  (await runMaps(asked(parts), { workers }))!

test('the map of FloodSet is safe wherever fewer than all crash', async () => {
  const [map] = await mapsOf({ sizes: [2, 3], bounds: [1, 2] })
  assert.equal(map!.faults, 'crash')
  // With n = 2 and f = 2 there is nothing to map. By hand: 4 (1 + 2·4) = 36 executions of two processors.
  assert.deepEqual(
    map!.cells.map(({ n, f, evidence, executions, broken, costs }) => [
      ...[n, f, evidence, executions, broken, costs],
    ]),
    [
      [2, 1, 'exhaustive', 36, null, { messages: 4, rounds: 2 }],
      [3, 1, 'exhaustive', 200, null, { messages: 12, rounds: 2 }],
      [3, 2, 'exhaustive', 3752, null, { messages: 18, rounds: 3 }],
    ],
  )
})

test('the map of exponential information gathering breaks with three processors and one liar, and has the execution', async () => {
  const [map] = await mapsOf({ algorithms: ['eig-byzantine'] })
  const [cell] = map!.cells
  assert.match(cell!.beyond!, /requires n > 3f/)
  assert.equal(cell!.broken!.property, 'agreement')
  const end = JSON.parse(cell!.broken!.lines.join('').trimEnd().split('\n').at(-1)!)
  assert.equal(end.end.outcome, 'violated')
})

test('what is too large to go through is searched, and the map says so', async () => {
  const [map] = await mapsOf({ states: 5 })
  assert.deepEqual(
    map!.cells.map(({ evidence, executions, broken }) => [evidence, executions, broken]),
    [['searched', 300, null]],
  )
})

test('algorithms with schedules and coins are searched: safe with a majority, and without one nobody decides', async () => {
  const [benOr, paxos, chandraToueg] = await mapsOf({
    ...{ algorithms: ['ben-or', 'paxos', 'chandra-toueg'], sizes: [3, 4], bounds: [1, 2], tries: 8 },
  })
  for (const { cells } of [benOr!, paxos!, chandraToueg!])
    for (const { n, f, beyond, evidence, broken, cut } of cells) {
      assert.equal(evidence, 'searched')
      assert.equal(beyond === null, n > 2 * f)
      if (n > 2 * f) assert.deepEqual([broken, cut], [null, 0])
      // Those that are left wait for ever, or flip coins until they are cut; whoever decides before agrees.
      else assert.ok(broken === null ? cut > 0 : broken.property === 'termination', broken?.property)
    }
})

test('maps are the same for one worker and for two, and after an interruption', async () => {
  const parts = { algorithms: ['floodset', 'ben-or'], sizes: [2, 3, 4], bounds: [1], tries: 5 }
  const one = await mapsOf(parts, 1)
  assert.deepEqual(await mapsOf(parts, 2), one)
  const out = join(folder, 'interrupted')
  const stop = new AbortController()
  const options = { workers: 1, folder: out }
  const onProgress = (done: number) => done === 3 && stop.abort()
  assert.equal(await runMaps(asked(parts), { ...options, signal: stop.signal, onProgress }), null)
  const journal = join(out, 'systems.jsonl')
  const half = readFileSync(journal, 'utf8').trimEnd().split('\n')
  assert.equal(half.length, 1 + 3)
  // A line that is damaged is looked at again.
  writeFileSync(journal, `${half.slice(0, 3).join('\n')}\n${half[3]!.replace(/"n":\d/, '"n":9')}\n`)
  let fresh = 0
  const resumed = await runMaps(asked(parts), { ...options, resume: true, onProgress: () => fresh++ })
  assert.deepEqual(resumed, one)
  // Three of floodset, and those of ben-or in which somebody is left to wait for.
  assert.equal(fresh, 3 + 2 - 2)
  const whole = readFileSync(journal, 'utf8')
  await runMaps(asked(parts), { workers: 2, folder: join(folder, 'whole') })
  assert.equal(readFileSync(join(folder, 'whole', 'systems.jsonl'), 'utf8'), whole)
  await assert.rejects(runMaps(asked({ ...parts, seed: 2 }), { ...options, resume: true }), {
    name: 'InputError',
    message: /systems\.jsonl is of another question, or by other code/,
  })
})

test('the folder of maps has a table, a figure, and counterexamples that verify accepts', async () => {
  const out = join(folder, 'maps')
  const words = ['resilience', 'oral-messages', 'bracha-rb', '--n', '3..4', '--f', '1', '--states', '500']
  const { code, stdout } = await admissibleHere([...words, '--tries', '50', '--out', out])
  assert.equal(code, 0, stdout)
  const files = readdirSync(join(out, 'counterexamples')).sort()
  assert.deepEqual(files, ['bracha-rb-n3-f1.execution.jsonl', 'oral-messages-n3-f1.execution.jsonl'])
  for (const file of files) {
    const verified = await admissibleHere(['verify', join(out, 'counterexamples', file)])
    assert.equal(verified.code, 0, verified.stdout)
    assert.match(verified.stdout, /violated|breaks|counterexample/)
  }
  const table = readFileSync(join(out, 'tables.md'), 'utf8')
  assert.match(
    table,
    /^\| `oral-messages` \| byzantine \| n > 3f \| 1 \| \(\[\w+\]\(counterexamples\/oral-messages-n3-f1\.execution\.jsonl\)\) \| safe, all [\d,]+ \|$/m,
  )
  const svg = readFileSync(join(out, 'resilience.svg'), 'utf8')
  assert.match(svg, />searched|searched executions</)
  // What an earlier map has left of other systems goes.
  await admissibleHere(['resilience', 'floodset', '--n', '3', '--f', '1', '--out', out])
  assert.ok(!existsSync(join(out, 'counterexamples')))
})

test('a liar that has too much to say is no case to go through', () => {
  // In the last of three rounds among seven, it tells everyone 6 · 5 values.
  const ids = [0, 1, 2, 3, 4, 5, 6]
  const about = { n: 7, f: 2, values: [0, 1], liar: 0, receiver: 1, round: 2, liars: [0], ids }
  assert.throws(() => eigByzantine.lies!({ ...about, secrets: new Set<string>() }), /2\^30 things to say/)
})

test('the command line prints a table, and refuses what is no kind of faults that processors have', async () => {
  const { code, stdout } = await admissibleHere(['resilience', 'floodset', '--n', '3', '--f', '1'])
  assert.equal(code, 0)
  assert.match(stdout, /^ {2}f = 1 {2}safe, all 200$/m)
  const refused = await admissibleHere(['resilience', 'floodset', '--faults', 'loss'])
  assert.equal(refused.code, 2)
  assert.match(refused.stderr, /choices are gone through of crash, omission and byzantine/)
  const missing = await admissibleHere(['explore', 'floodset', '--n', '3', '--faults', 'crash:given=1@0'])
  assert.equal(missing.code, 2)
  assert.match(missing.stderr, /leave out given, and say only how many: crash:f=1/)
})

test('the stock experiment is run by name, has all of consensus, and refuses options about grids', async () => {
  const planned = await admissibleHere(['run', 'resilience', '--dry-run'])
  assert.equal(planned.code, 0)
  assert.match(planned.stdout, /^resilience: For how many processors/)
  const refused = await admissibleHere(['run', 'resilience', '--shard', '1/2'])
  assert.equal(refused.code, 2)
  assert.match(refused.stderr, /--shard is about grids of runs, and resilience is a map of systems/)
  const [{ algorithms } = { algorithms: [] }] = stockMaps
  const listed = readFileSync('docs/consensus.md', 'utf8').matchAll(/^\| `([a-z-]+)/gm)
  for (const [, name] of listed)
    assert.ok(
      algorithms.some((one) => one.split(':')[0] === name),
      name,
    )
})
