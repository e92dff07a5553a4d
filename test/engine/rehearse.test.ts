import assert from 'node:assert/strict'
import { test } from 'node:test'
import { algorithms } from '../../algorithms/index.ts'
import { type AnyAlgorithm, type Cell, rehearse, runsInRoundsOnly } from '../../engine/index.ts'
import { CellBuilder, readFile } from '../../experiments/index.ts'
import { hasBoundsFor, hasRounds, topologySpecs } from '../helpers/catalogue.ts'

const cellOf = (algorithm: AnyAlgorithm, topology: string, more: Partial<Cell> = {}): Cell => ({
  algorithm: algorithm.name,
  timing: 'asynchronous',
  topology,
  n: 16,
  delay: 'uniform',
  wakeup: 'all',
  faults: 'none',
  inputs: 'random',
  replicate: 0,
  seed: 3,
  ...more,
})

const rehearsed = (algorithm: AnyAlgorithm, cell: Cell) => {
  const builder = new CellBuilder(readFile)
  return rehearse(algorithm, () => builder.prepare(algorithm, cell), { seed: cell.seed })
}

for (const algorithm of algorithms)
  test(`${algorithm.name} does the same whenever it is rehearsed`, () => {
    const rounds = { timing: 'synchronous', delay: null } as const
    const delays = ['uniform', 'exponential'].filter((delay) => hasBoundsFor(algorithm, delay))
    const timed = runsInRoundsOnly(algorithm) ? [] : delays.map((delay) => ({ delay }))
    const timings = hasRounds(algorithm) ? [rounds, ...timed] : timed
    const weights = algorithm.requires.weights === undefined ? {} : { weights: 'distinct' }
    const networks = topologySpecs(algorithm).filter(([topology]) => topology !== 'file:channels')
    assert.ok(networks.length > 0)
    for (const [topology] of networks)
      for (const timing of timings)
        assert.equal(
          rehearsed(algorithm, cellOf(algorithm, topology, { ...timing, ...weights })),
          null,
          topology,
        )
  })

/** Who wakes passes a token on around a ring, with a coin; what else it does is a parameter. */
const passing = (deed: (state: { count: number }) => void, hops = 40): AnyAlgorithm => ({
  name: 'passing',
  requires: { coins: true, root: true },
  terminates: false,
  initially: ({ isRoot }) => ({ isRoot, count: 0 }),
  uponStart(p, state) {
    if ((state as { isRoot?: boolean }).isRoot) p.send(0, { type: 'token', hops, coin: p.random() } as never)
  },
  uponReceiving: {
    token(p, state, message) {
      deed(state as { count: number })
      const left = (message as unknown as { hops: number }).hops - 1
      if (left > 0) p.send(0, { type: 'token', hops: left, coin: p.random() } as never)
    },
  },
})

test('coins are the same in every execution', () => {
  const algorithm = passing((state) => state.count++)
  assert.equal(rehearsed(algorithm, cellOf(algorithm, 'ring')), null)
})

for (const period of [2, 3, 5, 7, 40, 1000])
  test(`a counter outside the states shows, though it begins anew after ${period}`, () => {
    // The token makes 40 hops, so that counters of period 2, 5 and 40 stand at 0 again when it has made them all.
    let count = 0
    const algorithm = passing((state) => {
      count = (count + 1) % period
      state.count = count
    })
    const failed = rehearsed(algorithm, cellOf(algorithm, 'ring'))
    assert.equal(failed?.outcome.kind, 'failed')
    assert.match((failed.outcome as { reason: string }).reason, /^passing is not deterministic: .* seed, 3,/)
  })

test('a run of millions of messages is rehearsed up to ten thousand', () => {
  let events = 0
  const algorithm = passing(() => events++, 5_000_000)
  assert.equal(rehearsed(algorithm, cellOf(algorithm, 'ring')), null)
  // 10,000 three times and half of it twice, the last message of each perhaps not processed.
  assert.ok(events >= 39_990 && events <= 40_010, String(events))
})

test('networks of more than a hundred thousand processors are not rehearsed', () => {
  const algorithm = passing(() => assert.fail())
  assert.equal(
    rehearsed(algorithm, cellOf(algorithm, 'ring', { n: 100_001, timing: 'synchronous', delay: null })),
    null,
  )
})
