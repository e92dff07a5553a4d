import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sharedMemoryAlgorithms } from '../../../algorithms/index.ts'
import {
  exploreShared,
  formalShared,
  type LargestCost,
  type SharedExploration,
  type SharedMemoryAlgorithm,
} from '../../../engine/index.ts'
import { assertLocksOut, executionOf } from '../../helpers/locked-out.ts'

const unlimited = Number.POSITIVE_INFINITY

type Most = number | '∞'

/** Over all interleavings: the most remote references of a passage, cc and dsm, and the most bypasses. */
type Row = readonly [name: string, passages: number, cc: Most, dsm: Most, bypass: Most]

/**
 * With two processors. Where no variable has a home, or somebody waits at one of another's, there is no bound on dsm. Counters
 * grow without bound, so that ticket lock and bakery make two passages each.
 */
const ofTwo: readonly Row[] = [
  // Each try is remote, and the other one can go first each time.
  ['tas-lock', unlimited, '∞', '∞', '∞'],
  ['ttas-lock', unlimited, '∞', '∞', '∞'],
  ['lamport-fast', unlimited, '∞', '∞', '∞'],
  ['one-bit', unlimited, '∞', '∞', '∞'],
  ['dijkstra-mutex', unlimited, '∞', '∞', '∞'],
  // n − 1 = 1: the one before has got the lock, but has not read so.
  ['rmw-queue-lock', unlimited, '∞', '∞', 1],
  // n + 2 = 4.
  ['ticket-lock', 2, 4, '∞', 1],
  ['anderson-lock', unlimited, 5, '∞', 1],
  ['clh-lock', unlimited, 5, '∞', 1],
  ['mcs-lock', unlimited, 8, 4, 1],
  // Three writes, three swaps, and the signal that it waits for.
  ['handover-lock', unlimited, 7, 3, 1],
  ['rmw-set-lock', unlimited, 6, 3, 1],
  ['peterson-lock', unlimited, 6, '∞', 1],
  // One node.
  ['tournament', unlimited, 6, '∞', 1],
  ['filter-lock', unlimited, 6, '∞', 1],
  // After the first step one can be slow, and the other one enters any number of times; no theorem gives 14. One who keeps
  // taking steps sees that it has the priority.
  ['aw-2p', unlimited, 14, '∞', '∞'],
  ['aw-tournament', unlimited, 14, '∞', '∞'],
  ['yang-anderson', unlimited, 11, 10, 1],
  // Four writes, two numbers, and each of the two that it waits for as it is and as it becomes.
  ['bakery', 2, 10, '∞', 1],
]

/**
 * With three. Dijkstra's lock has half a million configurations and is left out. The bakery, Yang and Anderson's lock and the
 * queue with handover make one passage each, so that there are not too many.
 */
const ofThree: readonly Row[] = [
  ['tas-lock', unlimited, '∞', '∞', '∞'],
  ['ttas-lock', unlimited, '∞', '∞', '∞'],
  ['lamport-fast', unlimited, '∞', '∞', '∞'],
  ['one-bit', unlimited, '∞', '∞', '∞'],
  ['rmw-queue-lock', unlimited, '∞', '∞', 2],
  ['ticket-lock', 2, 5, '∞', 2],
  ['anderson-lock', unlimited, 5, '∞', 2],
  ['clh-lock', unlimited, 5, '∞', 2],
  ['mcs-lock', unlimited, 8, 4, 2],
  ['handover-lock', 1, 7, 3, 2],
  ['rmw-set-lock', unlimited, 6, 3, 2],
  // Six at each of two nodes. While one waits at the leaf, the third passes as often as it likes.
  ['tournament', unlimited, 12, '∞', '∞'],
  // While one waits at a level, others can come to the next ones any number of times; no theorem gives 17.
  ['filter-lock', unlimited, 17, '∞', '∞'],
  // Ten at each of two nodes without caches; with them, eleven do not come together at both within one passage each.
  ['yang-anderson', 1, 20, 20, 2],
  // More than twice the fourteen of two; no theorem gives it.
  ['aw-tournament', unlimited, 29, '∞', '∞'],
  // One less than 4 + n + 4(n − 1) = 15: not all that can be remote is remote in one passage.
  ['bakery', 1, 14, '∞', 2],
]

/** With four. */
const ofFour: readonly Row[] = [
  ['tas-lock', unlimited, '∞', '∞', '∞'],
  ['ticket-lock', 1, 6, '∞', 3],
  ['clh-lock', 1, 5, '∞', 3],
  ['handover-lock', 1, 7, 3, 3],
  ['rmw-set-lock', unlimited, 6, 3, 3],
  // Two levels, as with three.
  ['tournament', unlimited, 12, '∞', '∞'],
]

const lockOf = (wanted: string) => sharedMemoryAlgorithms.find(({ name }) => name === wanted)!

/** The value; or ∞, after a look that the cycle leads back to where it began. */
function mostOf(lock: SharedMemoryAlgorithm, n: number, cost: LargestCost | undefined): Most | undefined {
  if (cost?.kind !== 'unbounded') return cost?.value
  const { configurations } = executionOf(lock, n, [...cost.stem, ...cost.cycle])
  assert.ok(formalShared.sameSharedConfiguration(configurations[cost.stem.length]!, configurations.at(-1)!))
  return '∞'
}

/** It keeps what it promises; one that promises less than no lockout has an execution that locks out. */
function assertGuarantee(lock: SharedMemoryAlgorithm, n: number, found: SharedExploration): void {
  assert.deepEqual([found.complete, found.violation, found.deadlock], [true, null, null])
  if (lock.guarantees === 'no lockout') return assert.equal(found.lockout, null)
  assertLocksOut(lock, n, found.lockout!)
}

for (const [n, rows] of [
  [2, ofTwo],
  [3, ofThree],
  [4, ofFour],
] as const)
  for (const [name, passages, cc, dsm, bypass] of rows)
    test(`${name}, all interleavings of ${n}: ${cc} remote references with caches, ${dsm} without, ${bypass} bypasses`, () => {
      const lock = lockOf(name)
      const found = exploreShared(lock, { n, passages })
      assertGuarantee(lock, n, found)
      const { extremes } = found
      const measured = (['passage:cc', 'passage:dsm', 'bypass'] as const).map((measure) =>
        mostOf(lock, n, extremes[measure]),
      )
      assert.deepEqual(measured, [cc, dsm, bypass])
    })

test('all locks of the catalogue are gone through with two processors', () => {
  assert.deepEqual(ofTwo.map(([name]) => name).sort(), sharedMemoryAlgorithms.map(({ name }) => name).sort())
})
