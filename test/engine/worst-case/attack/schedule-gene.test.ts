import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildTopology, Streams, storedGraph } from '../../../../engine/index.ts'
import { givenScheduling, keyOf, scheduleGene } from '../../../../engine/worst-case/attack/schedule-gene.ts'
import type { ScheduleView } from '../../../../engine/worst-case/schedule-view.ts'

/** The messages of an execution, by number: over which slot each was sent. */
function viewOf(slots: readonly number[]): ScheduleView {
  const turnOf = (message: number) => slots.slice(0, message).filter((slot) => slot === slots[message]).length
  return {
    slots: 6,
    slotOf: (message: number) => slots[message]!,
    turnOf,
  } as Partial<ScheduleView> as ScheduleView
}

const graph = storedGraph(
  buildTopology('ring', { n: 3, stream: new Streams(0).stream('t'), readFile: () => '' }),
)

test('an exception is made for one message that was sent, any of them, and stays with it when others are sent earlier', () => {
  const random = new Streams(1).stream('test')
  // Two messages over slot 1 and one over slot 4; then the same with two more before them, over slots 0 and 4.
  const before = viewOf([1, 4, 1])
  const after = viewOf([0, 1, 4, 4, 1])
  const sentOver = Uint32Array.of(0, 2, 0, 0, 1, 0)
  const moved = (view: ScheduleView, count: number, scheduling: typeof givenScheduling) =>
    Array.from({ length: count }, (_, message) => message).filter(
      (message) => keyOf(scheduling)(view, message) !== keyOf(givenScheduling)(view, message),
    )
  const met = new Set<string>()
  for (let i = 0; i < 300; i++) {
    const scheduling = scheduleGene.varied(givenScheduling, { graph, turns: 0 }, random, {
      sentOver,
      order: [],
    })
    if (scheduling.exceptions.size === 0) continue
    met.add(`${moved(before, 3, scheduling)} → ${moved(after, 5, scheduling)}`)
  }
  // First over slot 1: message 0, then 1. First over slot 4: 1, then 2. Second over slot 1: 2, then 4.
  assert.deepEqual([...met].sort(), ['0 → 1', '1 → 2', '2 → 4'])
})
