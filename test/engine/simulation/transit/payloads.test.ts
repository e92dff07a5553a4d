import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Message } from '../../../../engine/index.ts'
import { Payloads } from '../../../../engine/simulation/transit/payloads.ts'
import fc from '../../../helpers/property.ts'

/** Something new is sent, or what was taken last; or a message in transit is taken or dropped. */
const step = fc.oneof(
  fc.record({
    do: fc.constant('send' as const),
    type: fc.nat(2),
    times: fc.integer({ min: 1, max: 9 }),
  }),
  fc.record({ do: fc.constant('forward' as const), times: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ do: fc.constantFrom('take' as const, 'drop' as const), choice: fc.nat() }),
)

test('a handle gives what was sent, stores nothing twice that is forwarded, and is free again when nothing holds it', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 400 }), (steps) => {
      const payloads = new Payloads(null)
      const inTransit: { readonly handle: number; readonly message: Message }[] = []
      const sent: Record<string, number> = {}
      let taken: { readonly handle: number; readonly message: Message } | undefined
      const send = (message: Message, times: number): void => {
        const handle = payloads.hold(message, times)
        if (message === taken?.message) assert.equal(handle, taken.handle)
        assert.equal(payloads.typeNames[payloads.latestType], message.type)
        for (let i = 0; i < times; i++) inTransit.push({ handle, message })
        sent[message.type] = (sent[message.type] ?? 0) + times
      }
      for (const step of steps) {
        if (step.do === 'send') {
          send({ type: `T${step.type}` }, step.times)
          taken = undefined
        } else if (step.do === 'forward') {
          if (taken !== undefined) send(taken.message, step.times)
        } else if (inTransit.length > 0) {
          const [chosen] = inTransit.splice(step.choice % inTransit.length, 1)
          const { handle, message } = chosen!
          if (step.do === 'drop') payloads.drop(handle)
          else {
            assert.equal(payloads.take(handle), message)
            assert.equal(payloads.typeNames[payloads.latestType], message.type)
            taken = chosen
          }
        }
        const held = new Set(inTransit.map(({ message }) => message))
        const stored = payloads.messages.filter((message) => message !== undefined).length
        // What was sent or taken last is kept in case that it is forwarded.
        assert.ok(stored === held.size || stored === held.size + 1)
        for (const { handle, message } of inTransit) assert.equal(payloads.messages[handle], message)
      }
      assert.deepEqual(payloads.sent(), sent)
    }),
    { numRuns: 300, seed: 12 },
  )
})

test('there may be more types and contents than there was room for at first', () => {
  const payloads = new Payloads(null)
  const messages = Array.from({ length: 1000 }, (_, i) => ({ type: `T${i % 300}` }))
  const handles = messages.map((message) => payloads.hold(message, 2))
  assert.deepEqual(
    handles.map((handle) => payloads.take(handle)),
    messages,
  )
  // 1000 = 3 · 300 + 100: four messages are of each type below 100, three of each other, and each was sent twice.
  const sent = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`T${i}`, i < 100 ? 8 : 6]))
  assert.deepEqual(payloads.sent(), sent)
})
