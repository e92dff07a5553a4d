import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { algorithms } from '../../../algorithms/index.ts'
import { ComputedInstance, executeOnMemory, judge, over, StoredGraph } from '../../../engine/index.ts'
import { admissibleHere, scratch } from '../../helpers/admissible.ts'
import { fairSchedulers, runOverRegisters } from '../../helpers/over-registers.ts'
import { inOwnModel, sameInside } from '../../helpers/own-model.ts'
import { violations } from '../../helpers/run.ts'

const named = (name: string) => algorithms.find((one) => one.name === name)!
const flooding = over(named('flooding'), 'registers')

test('flooding between two processors that take turns takes four steps, all of them remote in a cache-coherent memory', () => {
  // By hand, the root being p_0: p_0 reads its register, which is empty; p_1 reads its own, likewise; p_0 writes M; p_1 reads
  // M, and nothing is left. Both first reads are remote, so is the write, and it takes the copy of p_1, which reads again:
  // 2L + 2m = 4. The registers live with their readers, so that the write alone is remote in a distributed memory.
  const cell = { topology: 'path', n: 2, seed: 1, delay: 'round-robin', inputs: 'root=first' }
  const { execution, judgements } = runOverRegisters(flooding, cell)
  assert.deepEqual(execution.final.accesses, { reads: 3, writes: 1, cc: 4, dsm: 1 })
  assert.equal(execution.measures.compEvents, 4)
  assert.deepEqual(violations({ execution, judgements }), [])
})

test('flooding on a ring of five writes six times, whatever the scheduler', () => {
  // 2m − (n − 1) = 10 − 4 messages.
  for (const delay of ['random', 'round-robin', 'sticky', 'timed', 'priority'])
    for (let seed = 0; seed < 20; seed++) {
      const { execution } = runOverRegisters(flooding, { n: 5, seed, delay })
      assert.deepEqual([execution.final.accesses.writes, execution.final.accesses.dsm], [6, 6])
    }
})

test('a processor alone takes no step over registers, and is done', () => {
  const alone = new StoredGraph(new Uint32Array(2), new Uint32Array(0), new Uint8Array(0), {})
  const instance = new ComputedInstance(alone)
  const { execution } = executeOnMemory(flooding, instance, { seed: 1 })
  assert.deepEqual(execution.outcome, { kind: 'terminated' })
  assert.deepEqual(execution.final.accesses, { reads: 0, writes: 0, cc: 0, dsm: 0 })
  const setting = { instance, timing: 'asynchronous', unitDelays: false, identifiers: 'given' } as const
  const judgements = judge(flooding, setting, execution)
  assert.deepEqual(new Set(judgements.map(({ verdict }) => verdict)), new Set(['held']))
})

test('Ben-Or’s processors agree over registers on what one of them proposed', () => {
  const benOr = over(named('ben-or'), 'registers')
  for (let seed = 0; seed < 60; seed++) {
    const cell = {
      topology: 'complete',
      n: 3 + (seed % 4),
      // Nobody crashes; but whoever is told that one may waits for all but one.
      f: seed % 2,
      seed,
      delay: fairSchedulers[seed % fairSchedulers.length]!,
    }
    const { execution, judgements, instance } = runOverRegisters(benOr, cell)
    assert.deepEqual(violations({ execution, judgements }), [], `seed ${seed}`)
    const decided = execution.final.states.map(({ inner }) => (inner as { decided: number }).decided)
    assert.equal(new Set(decided).size, 1, `seed ${seed}: ${decided}`)
    assert.ok(Array.from(instance.values, (value) => value % 2).includes(decided[0]!))
  }
})

test('what is in wrappers that pass messages runs over registers: rounds over α, clocks, a snapshot', () => {
  for (const [name, wrappers] of [
    ['floodmax', 'alpha'],
    ['luby-mis', 'beta:tree=spanning-tree-flood'],
    ['flooding', 'lamport-clocks'],
    ['money-transfers', 'chandy-lamport'],
    ['echo', 'safra'],
  ] as const) {
    const inner = over(named(name), wrappers)
    for (let seed = 0; seed < 6; seed++) {
      const delay = fairSchedulers[seed % fairSchedulers.length]!
      const run = runOverRegisters(over(named(name), `${wrappers}+registers`), { n: 5, seed, delay })
      assert.deepEqual(violations(run), [], `${inner.name}, seed ${seed}`)
      const own = inOwnModel(inner, run.instance, seed, run.steps)
      assert.ok(sameInside(run.execution.final.states, own), `${inner.name}, seed ${seed}`)
    }
  }
})

test('a run over registers is recorded, verified, replayed and drawn; a changed record is not true', async (t) => {
  const folder = scratch(t)
  const run = (...words: string[]) => admissibleHere(words, folder)
  const cell = ['--topology', 'gnp:degree=3', '--n', '6', '--seed', '3', '--scheduler', 'sticky']
  const { code, stderr } = await run(
    'simulate',
    'ghs-mst',
    '--over',
    'registers',
    ...cell,
    '--weights',
    'distinct',
    '--record',
    'a.jsonl',
  )
  assert.deepEqual([code, stderr], [0, ''])
  assert.equal((await run('verify', 'a.jsonl')).code, 0)
  assert.equal((await run('replay', 'a.jsonl')).code, 0)
  assert.equal((await run('draw', 'a.jsonl', '--out', 'a.svg')).code, 0)
  const shrunk = await run('shrink', 'a.jsonl')
  assert.deepEqual(
    [shrunk.code, shrunk.stderr],
    [
      2,
      'admissible: a.jsonl: ghs-mst over registers runs on its network alone; there is no smaller one to look at\n',
    ],
  )
  const lines = readFileSync(join(folder, 'a.jsonl'), 'utf8').split('\n')
  // Without the last step, a message is under way.
  writeFileSync(
    join(folder, 'b.jsonl'),
    lines
      .toSpliced(-3, 1)
      .join('\n')
      .replace(/"steps":(\d+)/, (_, steps) => `"steps":${steps - 1}`),
  )
  const changed = await run('verify', 'b.jsonl', '--json')
  assert.equal(changed.code, 1)
  assert.match(JSON.parse(changed.stdout).first_error.problem, /has not terminated/)
})

test('a sweep over registers has networks and schedulers, and its rows run again', async (t) => {
  const folder = scratch(t)
  const run = (...words: string[]) => admissibleHere(words, folder)
  const swept = await run(
    ...[
      'sweep',
      '--algorithm',
      'flooding,echo',
      '--over',
      'registers',
      '--topology',
      'ring,torus',
      '--n',
      '9',
    ],
    ...['--delay', 'random,sticky', '--replicates', '2', '--workers', '1', '--out', 'out', '--no-report'],
  )
  assert.equal(swept.code, 0, swept.stderr)
  const replayed = await run('replay', 'out', '--row', '7')
  assert.equal(replayed.code, 0, replayed.stderr)
  assert.match(replayed.stdout, /the same again/)
})
