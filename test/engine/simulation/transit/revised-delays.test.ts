import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flooding } from '../../../../algorithms/index.ts'
import { type Cell, type DelayRevision, execute, prepareCell } from '../../../../engine/index.ts'
import fc from '../../../helpers/property.ts'

const delays = ['constant', 'uniform', 'exponential', 'per-link', 'stepped', 'starve', 'worst']

/** Flooding on a torus of 16 with delays that someone looks at. */
function measures(delay: string, seed: number, revise?: DelayRevision) {
  const cell: Cell = {
    algorithm: 'flooding',
    timing: 'asynchronous',
    topology: 'torus',
    n: 16,
    delay,
    wakeup: 'all',
    faults: 'none',
    inputs: 'random',
    replicate: 0,
    seed,
  }
  const { instance, timing } = prepareCell(flooding, cell, () => '')
  assert.ok(timing.kind === 'asynchronous')
  return execute(flooding, instance, revise === undefined ? timing : { ...timing, revise }, { seed }).measures
}

test('to look at delays changes nothing, whatever their distribution', () => {
  fc.assert(
    fc.property(fc.constantFrom(...delays), fc.nat(1000), (delay, seed) =>
      assert.deepEqual(
        measures(delay, seed, (_slot, _index, drawn) => drawn),
        measures(delay, seed),
      ),
    ),
    { numRuns: 60 },
  )
})

test('each message is shown once, those of a channel in the order 0, 1, 2 …', () => {
  const seen = new Map<number, number>()
  const { messages } = measures('uniform', 1, (slot, index, drawn) => {
    assert.equal(index, seen.get(slot) ?? 0)
    seen.set(slot, index + 1)
    return drawn
  })
  assert.equal(
    [...seen.values()].reduce((sum, count) => sum + count, 0),
    messages,
  )
})

test('delays that are all replaced by the same are lockstep of that length', () => {
  const { time, messages } = measures('constant', 3)
  assert.deepEqual((({ time, messages }) => ({ time, messages }))(measures('uniform', 3, () => 0.25)), {
    time: time / 4,
    messages,
  })
})
