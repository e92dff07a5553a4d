import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Diagram, spanAround, ticks } from '../../../../reports/page/replay/diagram.ts'
import {
  changeWords,
  costWords,
  eventWords,
  messageWords,
  travelWords,
} from '../../../../reports/page/replay/words.ts'
import { runnerOf } from '../../../helpers/travel-cells.ts'

const run = runnerOf().original

test('costs are told with what they were before', () => {
  assert.equal(costWords(412, 412, false), '412')
  assert.equal(costWords(7.312_34, 8.02, true), '7.3123 → 8.02')
  assert.equal(costWords(1412, null, true), '1,412 → –')
  assert.deepEqual([changeWords(7.31, 8.02), changeWords(430, 412), changeWords(3, 3)], ['+0.71', '−18', ''])
})

test('messages and events are told in words', () => {
  const [message] = run.messages
  assert.equal(messageWords(message!), 'm0 ⟨M value=0⟩ from p0 to p1')
  assert.equal(travelWords(message!, run), 'the 1st on its channel; sent at 0, processed at 1')
  const nth = (nth: number) => travelWords({ ...message!, nth }, run).split(' on ')[0]
  assert.deepEqual([2, 3, 4, 11, 22, 113].map(nth), [
    'the 2nd',
    'the 3rd',
    'the 4th',
    'the 11th',
    'the 22nd',
    'the 113th',
  ])
  assert.equal(
    eventWords(run.events[4]!, run),
    'Time 1: p1 receives ⟨M value=0⟩ from p0, informed: false → true, sends ⟨M value=0⟩ to p2, terminates.',
  )
})

test('on a ring the line of the first processor comes again below, for messages between it and the last', () => {
  const diagram = new Diagram(run, { left: 0, right: 300, top: 0, bottom: 100 })
  // Time 3 is 300 wide; five lines of 20 each.
  const [toNext, toLast] = run.messages
  assert.deepEqual(diagram.ends(toNext!), [
    { x: 0, y: 10 },
    { x: 100, y: 30 },
  ])
  assert.deepEqual(diagram.ends(toLast!), [
    { x: 0, y: 90 },
    { x: 100, y: 70 },
  ])
  assert.equal(diagram.messageAt({ x: 52, y: 20 })?.id, 0)
  assert.equal(diagram.messageAt({ x: 52, y: 50 }), null)
  assert.deepEqual([diagram.timeAt(150), diagram.timeAt(-5), diagram.timeAt(999)], [1.5, 0, 3])
})

test('a part of a run can be shown, with the messages that are in transit in it', () => {
  // Half of three units, of which a third of a half has passed at time 1.
  assert.deepEqual(spanAround(run, 1, 2), { from: 0.55, to: 2.05 })
  assert.deepEqual(
    [spanAround(run, 0, 2), spanAround(run, 3, 2)],
    [
      { from: 0, to: 1.5 },
      { from: 1.5, to: 3 },
    ],
  )
  const diagram = new Diagram(run, { left: 0, right: 300, top: 0, bottom: 100 }, { from: 1.5, to: 3 })
  // The messages are sent at 0, 0, 1, 1 and 2, and take one unit.
  assert.deepEqual(
    run.messages.map((message) => diagram.shows(message)),
    [false, false, true, true, true],
  )
  assert.deepEqual([diagram.x(1.5), diagram.x(3), diagram.timeAt(150)], [0, 300, 2.25])
})

test('ticks are round and have room', () => {
  const to = (end: number) => ({ from: 0, to: end })
  assert.deepEqual(ticks(to(3), 6, false), [0, 0.5, 1, 1.5, 2, 2.5, 3])
  assert.deepEqual(ticks(to(0.3), 3, false), [0, 0.1, 0.2, 0.3])
  assert.deepEqual(ticks(to(3), 6, true), [0, 1, 2, 3])
  assert.deepEqual(ticks(to(950), 5, true), [0, 200, 400, 600, 800])
  assert.deepEqual(ticks({ from: 1.3, to: 1.7 }, 4, false), [1.3, 1.4, 1.5, 1.6, 1.7])
})
