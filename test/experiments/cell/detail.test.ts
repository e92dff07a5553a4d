import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allPairsDistances, bellmanFord } from '../../../algorithms/index.ts'
import { type AnyAlgorithm, atMost, type Cell } from '../../../engine/index.ts'
import { CellBuilder, readFile, runCell } from '../../../experiments/index.ts'

const cell: Cell = {
  algorithm: 'all-pairs-distances',
  timing: 'synchronous',
  topology: 'star',
  n: 4,
  delay: null,
  wakeup: 'all',
  faults: 'none',
  inputs: 'ids=ascending,ports=as-built',
  replicate: 0,
  seed: 1,
}

const run = (algorithm: AnyAlgorithm, change: Partial<Cell> = {}) =>
  runCell(
    algorithm,
    { ...cell, ...change },
    { experiment: 'trial', budget: {}, builder: new CellBuilder(readFile) },
  )

test('a load that breaks its bound is named with the first channel and round that do', () => {
  // Identifiers of 2 bits with distances of 3. In round 1 the centre tells p_2 and p_3 of p_1, 5 bits each, then p_1 and p_3
  // of p_2: the channel to p_3 is the first with more.
  const row = run({ ...allPairsDistances, claims: { 'bits:load': atMost('5') } })
  assert.equal(row.extra.bits_load, 10)
  assert.equal(row.extra.bits_load_verdict, 'violated')
  assert.equal(
    row.detail,
    'bits:load 10, but the claim is at most 5; first by ⟨hello⟩ from p_0 to p_3 in round 1, with 10 bits',
  )
})

test('nobody pays for the loads of channels who claims nothing of them', () => {
  const { claims: _, ...rest } = allPairsDistances
  assert.equal('bits_load' in run(rest as AnyAlgorithm).extra, false)
})

test('a message that is too large is named with its type and its sender', () => {
  // On the star the root, which is its centre, tells 0; the leaves hear of the weights of their channels, 4 bits at most.
  const claims = { 'bits:max': atMost('1') }
  const row = run({ ...bellmanFord, claims } as AnyAlgorithm, {
    algorithm: 'bellman-ford',
    inputs: 'root=first,ports=as-built',
    weights: 'uniform:min=8,max=15',
  })
  assert.equal(row.extra.bits_max, 4)
  assert.match(
    row.detail!,
    /^bits:max 4, but the claim is at most 1; first by ⟨distance⟩ from p_1, with 4 bits$/,
  )
})
