import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Cell } from '../../../engine/index.ts'
import { Schedule } from '../../../experiments/workers/schedule.ts'

/** Cells of two algorithms at many sizes, whose true cost grows faster than the work that is estimated for them. */
const cells = Array.from({ length: 6000 }, (_, index) => {
  const n = 16 * 2 ** (index % 8)
  const cell = {
    algorithm: index % 3 === 0 ? 'slow' : 'fast',
    topology: 'ring',
    timing: 'asynchronous',
    n,
    seed: index,
  }
  return { index, cell: cell as unknown as Cell }
})
const source = {
  cell: (index: number) => cells[index]!.cell,
  work: (index: number) => 3 * cells[index]!.cell.n,
}
const all = [...cells.keys()]
const trueMs = (index: number): number => {
  const { algorithm, n } = cells[index]!.cell
  return (algorithm === 'slow' ? 0.01 : 0.002) * n ** 1.25
}
const total = cells.reduce((sum, { index }) => sum + trueMs(index), 0)

test('every cell is handed out once, in batches of 50 to 200 ms once costs are known', () => {
  const schedule = new Schedule(source, all)
  const seen = new Set<number>()
  const batches: number[] = []
  for (let batch = schedule.next(); batch.length > 0; batch = schedule.next()) {
    batches.push(batch.reduce((sum, { index }) => sum + trueMs(index), 0))
    for (const { index } of batch) {
      assert.ok(!seen.has(index))
      seen.add(index)
      schedule.finished(index, trueMs(index))
    }
  }
  assert.equal(seen.size, cells.length)
  // The first of each end are guesses, the last is what is left.
  const settled = batches.slice(10, -1)
  const fitting = settled.filter((ms) => ms >= 50 && ms <= 200)
  assert.ok(fitting.length > 0.95 * settled.length, `${fitting.length} of ${settled.length}`)
  assert.equal(schedule.left(2).cells, 0)
  assert.equal(schedule.left(2).seconds, 0)
})

test('the time that is left is right within a tenth once all sizes are known', () => {
  const schedule = new Schedule(source, all)
  let done = 0
  let checked = 0
  for (let batch = schedule.next(); batch.length > 0; batch = schedule.next()) {
    for (const { index } of batch) {
      schedule.finished(index, trueMs(index))
      done += trueMs(index)
    }
    // Batches come from both ends, so that by then the middle is framed.
    const share = done / total
    if (share < 0.25 || share > 0.9) continue
    const left = (total - done) / 2 / 1000
    const { seconds } = schedule.left(2)
    assert.ok(Math.abs(seconds - left) < 0.1 * left, `${seconds} for ${left} at ${share}`)
    checked++
  }
  assert.ok(checked > 10)
})

test('cells of unknown cost are handed out a few at a time', () => {
  const schedule = new Schedule(source, all)
  assert.ok(schedule.next().length <= 4)
  assert.ok(schedule.next().length <= 4)
})

test('cells that are added later are handed out like the others', () => {
  const schedule = new Schedule(source, all.slice(0, 10))
  const first = schedule.next()
  schedule.add(all.slice(10, 30))
  const rest: number[] = []
  for (let batch = schedule.next(); batch.length > 0; batch = schedule.next())
    rest.push(...batch.map(({ index }) => index))
  assert.equal(first.length + rest.length, 30)
  assert.equal(new Set([...first.map(({ index }) => index), ...rest]).size, 30)
})
