import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lcr } from '../../../algorithms/index.ts'
import {
  contentsMax,
  ExecutionWriter,
  formal,
  LineReader,
  recordedEvents,
  VectorClocks,
  WitnessFinder,
} from '../../../engine/index.ts'
import fc from '../../helpers/property.ts'
import { record } from '../../helpers/record.ts'
import { cases, delaysOf, problemOf } from '../simulation/random-cases.ts'
import { randomMachine } from '../simulation/random-machine.ts'

test('vector timestamps tell which events happen before which', () => {
  fc.assert(
    fc.property(cases, (parts) => {
      const { instance } = problemOf(parts)
      const system = { algorithm: randomMachine(parts.program), instance, seed: parts.seed }
      const execution = formal.runTimed(system, { kind: 'asynchronous', delay: delaysOf(parts).next }, 4)
      const happensBefore = formal.happensBefore(execution)
      const indices = [...execution.events.keys()].filter((i) => execution.events[i]!.kind === 'comp')
      const clocks = new VectorClocks(instance.network.n)
      let sent = 0
      const stamps = [...recordedEvents(execution)].map((event) => {
        const stamp = clocks.event(event, sent)
        sent += event.sent.length
        return { processor: event.processor, stamp }
      })
      for (const [i, a] of stamps.entries())
        for (const [j, b] of stamps.entries()) {
          const precedes = i !== j && a.stamp[a.processor]! <= b.stamp[a.processor]!
          assert.equal(precedes, happensBefore(indices[i]!, indices[j]!))
        }
    }),
    { numRuns: 60, seed: 7 },
  )
})

test('the delays of the witness add up to the time, from the wake-up that it begins with', () => {
  fc.assert(
    fc.property(cases, (parts) => {
      const { instance } = problemOf(parts)
      const system = { algorithm: randomMachine(parts.program), instance, seed: parts.seed }
      const execution = formal.runTimed(system, { kind: 'asynchronous', delay: delaysOf(parts).next })
      const finder = new WitnessFinder()
      for (const event of recordedEvents(execution)) finder.event(event)
      const chain = finder.chain()
      assert.equal(chain.at(-1)?.processed ?? 0, formal.time(execution))
      for (const [i, link] of chain.entries()) {
        const before = chain[i - 1]
        assert.equal(link.sent, before?.processed ?? instance.wakeTimes[link.from])
        assert.equal(link.from, before?.to ?? link.from)
      }
    }),
    { numRuns: 200, seed: 8 },
  )
})

test('contents are numbered anew after 65,536, for writers and readers alike', () => {
  const header = JSON.parse(record(lcr, { n: 4, seed: 0 }).lines[0]!)
  const writer = new ExecutionWriter(header)
  const reader = new LineReader(header, () => 'test')
  const event = (value: number) => ({
    time: value,
    processor: 0,
    wakes: false,
    processed: [],
    sent: [{ channel: 0, message: { type: 'M', value }, arrival: value + 1 }],
    terminates: false,
  })
  for (let value = 0; value < contentsMax + 10; value++) {
    const line = writer.event(event(value))
    assert.deepEqual(reader.read(line), { kind: 'event', event: event(value) })
  }
  // The eleventh is numbered anew, and has to be written again.
  assert.match(writer.event(event(10)), /"value":10/)
  assert.match(writer.event(event(contentsMax + 9)), /\[0,9,/)
})
