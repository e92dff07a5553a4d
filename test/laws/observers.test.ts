import assert from 'node:assert/strict'
import { test } from 'node:test'
import { algorithmFamilies, algorithms } from '../../algorithms/index.ts'
import { chandyLamportOn } from '../../algorithms/wrappers/chandy-lamport.ts'
import type { Recorded, Recording } from '../../algorithms/wrappers/snapshot.ts'
import { type AnyAlgorithm, InputError, innerView, over, runsInRoundsOnly } from '../../engine/index.ts'
import { networksFor } from '../helpers/catalogue.ts'
import { cellOf, runCell, violations } from '../helpers/run.ts'

/** Seeds for each algorithm and observer; ADMISSIBLE_LAW_SEEDS=100 runs more of them. */
const seeds = Number(process.env.ADMISSIBLE_LAW_SEEDS ?? 6)

const hosts = [...algorithms, ...algorithmFamilies.map((family) => family.with(''))].filter(
  (one) => !runsInRoundsOnly(one),
)

const delays = [
  ...['constant', 'uniform', 'bimodal', 'per-link', 'starve', 'fast-chain', 'last-in-first-out'],
  ...['exponential', 'news'],
]

/** The observer on the algorithm, or null if it does not observe such algorithms. */
function on(algorithm: AnyAlgorithm, observer: string): AnyAlgorithm | null {
  try {
    return over(algorithm, observer)
  } catch (error) {
    if (error instanceof InputError) return null
    throw error
  }
}

/** A probe goes round as long as a message is in transit, and would a million times while one channel is starved. */
function delayFor({ name }: AnyAlgorithm, seed: number): string {
  const delay = delays[seed % delays.length]!
  return delay === 'starve' && name.endsWith(' over safra') ? 'starve:fast=0.001' : delay
}

/** Runs of an observed algorithm on all its networks in turn, with all delays in turn. */
function* runs(algorithm: AnyAlgorithm, observed: AnyAlgorithm) {
  const networks = networksFor(algorithm, [9, 8, 4])
  for (let seed = 0; seed < seeds; seed++) {
    // A token that goes round until all are served would go round for ever if an adversary let it.
    const delay = algorithm.service === undefined ? delayFor(observed, seed) : 'uniform'
    const { topology, n } = networks[(seed * 5) % networks.length]!
    const workload = algorithm.service === undefined ? {} : { workload: 'once' }
    const cell = cellOf(algorithm, { topology, n, seed, delay, timing: 'asynchronous', ...workload })
    const judged = runCell(observed, cell)
    assert.deepEqual(violations(judged), [], `${observed.name}: ${JSON.stringify(cell)}`)
    yield { cell, execution: judged.execution }
  }
}

for (const observer of ['lamport-clocks', 'vector-clocks'])
  test(`${observer} ride on every asynchronous algorithm, send not one message, change nothing, and tell what happens before`, () => {
    for (const algorithm of hosts)
      for (const { cell, execution } of runs(algorithm, over(algorithm, observer))) {
        const alone = runCell(algorithm, cell).execution
        const place = `${algorithm.name}: ${JSON.stringify(cell)}`
        assert.deepEqual(execution.measures.messagesByType, alone.measures.messagesByType, place)
        assert.equal(execution.measures.time, alone.measures.time, place)
        assert.deepEqual(innerView(execution.final).states, alone.final.states, place)
      }
  })

for (const [detector, least] of [
  ['dijkstra-scholten', 10],
  ['safra', 10],
  ['credit-recovery', 10],
] as const)
  test(`${detector} detects the termination of every algorithm that it fits, never too early, at its cost`, () => {
    let observed = 0
    for (const algorithm of hosts) {
      const detecting = on(algorithm, detector)
      if (detecting === null) continue
      observed++
      for (const { execution } of runs(algorithm, detecting))
        assert.ok(execution.measures.marks.detected !== undefined)
    }
    assert.ok(observed >= least, `${observed}`)
  })

for (const observer of ['chandy-lamport', 'chandy-lamport:after=2', 'lai-yang', 'lai-yang:after=2'])
  test(`${observer} records a consistent cut of every algorithm, at 2m messages`, () => {
    for (const algorithm of hosts) {
      // A service whose users are all served may end while a snapshot is under way.
      if (algorithm.stopWhen !== undefined) continue
      for (const { execution } of runs(algorithm, over(algorithm, observer)))
        assert.ok(execution.outcome.kind === 'quiescent', execution.outcome.kind)
    }
  })

/** The money in a snapshot: what everybody had, and what was on its way. */
function moneyIn(states: readonly object[]): number {
  let sum = 0
  for (const { recorded } of states as readonly Recording[]) {
    const { inner, channels } = recorded as Recorded
    sum += (inner as { readonly balance: number }).balance
    for (const message of channels.flat()) sum += (message as unknown as { readonly amount: number }).amount
  }
  return sum
}

const floodmax = algorithms.find(({ name }) => name === 'floodmax')!
const money = algorithms.find(({ name }) => name === 'money-transfers')!

test('the money in every snapshot is what there is', () => {
  for (const observer of ['chandy-lamport', 'lai-yang', 'lai-yang:after=1'])
    for (let seed = 0; seed < 40; seed++) {
      const { execution } = runCell(over(money, observer), { topology: 'complete', n: 6, seed })
      const { states } = execution.final
      if ((states as readonly Recording[]).every(({ recorded }) => recorded !== null))
        assert.equal(moneyIn(states), 600, `${observer}, seed ${seed}`)
    }
})

test('on channels that are not first in, first out, Chandy and Lamport record cuts that are not consistent', () => {
  const unordered = { ...chandyLamportOn(false).wrap(money, { after: 0 }), name: 'unordered' } as AnyAlgorithm
  let wrong = 0
  for (let seed = 0; seed < 100; seed++) {
    const { outcome } = runCell(unordered, { topology: 'complete', n: 6, seed, delay: 'bimodal' }).execution
    if (outcome.kind === 'violated' && outcome.property === 'theCutIsConsistent') wrong++
  }
  assert.ok(wrong > 0)
})

test('who detects termination with a message in transit has detected it too early', () => {
  const { properties = {} } = over(money, 'dijkstra-scholten')
  const { check } = properties.noFalseDetection!
  const { instance } = runCell(money, { seed: 1 }).execution.final
  const at = (received: number) =>
    check({ instance, states: [{ sent: 3, received, detected: true }], terminated: () => false })
  assert.equal(at(3), true)
  assert.equal(at(2), 'termination was detected with 1 messages of the algorithm in transit')
})

test('observers of asynchronous algorithms refuse those in rounds, and say what goes between', () => {
  assert.throws(
    () => over(floodmax, 'safra'),
    new InputError(
      'safra wraps algorithms of the asynchronous model; floodmax runs in rounds only (put a synchronizer between, as in alpha+safra)',
    ),
  )
})

test('an observer rides on an algorithm over a synchronizer', () => {
  for (const observer of ['lamport-clocks', 'vector-clocks', 'lai-yang']) {
    const both = over(floodmax, `beta+${observer}`)
    assert.equal(both.name, `floodmax over beta+${observer}`)
    assert.deepEqual(violations(runCell(both, { seed: 1, n: 6 })), [], observer)
  }
})
