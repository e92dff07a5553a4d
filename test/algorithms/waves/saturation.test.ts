import assert from 'node:assert/strict'
import { test } from 'node:test'
import { saturation, treeCentre, treeElection, treeMedian, treeMinimum } from '../../../algorithms/index.ts'
import { centres, medians } from '../../../algorithms/waves/middles.ts'
import { mostMessages } from '../../helpers/explored.ts'
import { graphOf } from '../../helpers/graphs.ts'
import { runLockstep, violations } from '../../helpers/run.ts'
import { labelledTrees } from '../../helpers/trees.ts'
import { allDistances } from '../../laws/networks.ts'

const uses = [saturation, treeMinimum, treeCentre, treeMedian, treeElection]

const range = (n: number) => Array.from({ length: n }, (_, i) => i)

const path = (n: number) =>
  graphOf(
    n,
    range(n - 1).map((p) => [p, p + 1]),
  )

const onlyFirst = (n: number) => range(n).map((p) => (p === 0 ? 0 : Number.POSITIVE_INFINITY))

test('on a path of four whose first processor wakes, the last two are saturated at times 3 and 4, after 7 messages', () => {
  // By hand: 0 activates 1 and sends 1 to it; so do 1 with 2 to 2, at time 1, and 2 with 3 to 3, at time 2. At 3, 3 is
  // activated, sends 1 to 2, hears of 3 from 2 and is saturated; at 4 so is 2. Activation: 4 + 1 − 2 = 3; saturation: 4.
  const { measures, final } = runLockstep(saturation, path(4), { wakeTimes: onlyFirst(4) }).execution
  assert.deepEqual([measures.messagesByType, measures.time], [{ activation: 3, saturation: 4 }, 4])
  assert.deepEqual(
    final.states.map((state) => (state as { saturated: boolean }).saturated),
    [false, false, true, true],
  )
})

test('on the same path, the search for the centre or the median takes one step and finds both', () => {
  // By hand: for 2, the branch of 1 is 2 deep and has 2 processors, the rest is 2 as well: 2 is chosen and tells 1 so. For
  // 1, the branch of 2 is 2, and so is the rest: 1 is chosen, and does not send the search back.
  for (const algorithm of [treeCentre, treeMedian]) {
    const { measures, final } = runLockstep(algorithm, path(4), { wakeTimes: onlyFirst(4) }).execution
    assert.deepEqual(measures.messagesByType, { activation: 3, saturation: 4, search: 1 })
    assert.deepEqual(
      final.states.map((state) => (state as { chosen: boolean }).chosen),
      [false, true, true, false],
    )
  }
})

test('when the middle of a path of three wakes, minimum and election take 6 messages', () => {
  // By hand: two activations; 0 and 2 send their values at 1. The middle hears of that of 0 first and sends to 2 (time 2);
  // the value of 2 comes in the same event, so it is saturated and tells 0; 2 is saturated at 3. 2 + 3 + 1 = 3·3 + 1 − 4.
  const wakeTimes = [Number.POSITIVE_INFINITY, 0, Number.POSITIVE_INFINITY]
  for (const algorithm of [treeMinimum, treeElection]) {
    const { measures } = runLockstep(algorithm, path(3), { wakeTimes }).execution
    assert.deepEqual(measures.messagesByType, { activation: 2, saturation: 3, notification: 1 })
    assert.equal(measures.time, 3)
  }
})

for (const algorithm of uses)
  test(`${algorithm.name}: every claim and property holds on all trees of up to five processors, whoever wakes`, () => {
    let runs = 0
    for (const n of [2, 3, 4, 5])
      for (const tree of labelledTrees(n))
        for (let set = 1; set < 2 ** n; set++, runs++) {
          const wakeTimes = range(n).map((p) => ((set >>> p) & 1 ? 0 : Number.POSITIVE_INFINITY))
          assert.deepEqual(violations(runLockstep(algorithm, tree, { wakeTimes })), [])
        }
    // n^(n − 2) trees, 2^n − 1 sets: 1·3 + 3·7 + 16·15 + 125·31.
    assert.equal(runs, 4139)
  })

for (const algorithm of uses)
  test(`${algorithm.name}: every claim and property holds in every schedule on all trees of up to four processors, whoever wakes when`, () => {
    for (const n of [2, 3, 4])
      for (const tree of labelledTrees(n)) mostMessages(algorithm, tree, {}, { wakeUps: 'chosen' })
  })

test('the centres and medians of all trees of up to six processors are those with the least distances', () => {
  for (const n of [2, 3, 4, 5, 6])
    for (const tree of labelledTrees(n)) {
      const distances = allDistances(tree)
      const least = (costs: readonly number[]) => costs.map((cost) => cost === Math.min(...costs))
      assert.deepEqual(centres(tree), least(distances.map((row) => Math.max(...row))))
      assert.deepEqual(medians(tree), least(distances.map((row) => row.reduce((a, b) => a + b))))
    }
})

test('on a path whose first processor wakes alone, the search takes ⌊n/2⌋ − 1 steps, the most there can be', () => {
  // The last two are saturated; from n − 2 it is ⌊n/2⌋ − 1 steps to the middle, or to the second of two.
  for (const n of [2, 3, 4, 5, 8, 9])
    for (const algorithm of [treeCentre, treeMedian]) {
      const { measures } = runLockstep(algorithm, path(n), { wakeTimes: onlyFirst(n) }).execution
      assert.equal(measures.messagesByType.search ?? 0, Math.floor(n / 2) - 1)
    }
})
