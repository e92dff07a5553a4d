/** All executions on small networks: every order of messages, with the operations asked for at all moments. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { abdRegister, algorithms, dsmScLocalRead, dsmScLocalWrite } from '../../../algorithms/index.ts'
import { type AnyAlgorithm, type Call, registers } from '../../../engine/index.ts'
import { assertRightInAllExecutions, confirmedViolation, type Use } from '../../helpers/explored-service.ts'
import { withoutWriteBack } from '../../helpers/without-write-back.ts'

const read: Call = { operation: 'read' }
const write = (argument: number): Call => ({ operation: 'write', argument })
const use = (...calls: Call[][]): Use => ({ topology: 'complete', calls })

const oneWriter = registers.atomicOneWriter.name
const all = algorithms.filter(({ service }) => service?.operations.write !== undefined)

const twoProcessors = [use([write(1), write(2)], [read, read]), use([write(1), read], [write(2), read])]
const twoOfThree = [use([write(1)], [read], []), use([write(1)], [write(2)], [])]
/** What shows a read that is not atomic. A write that asks a majority first has more than 10^6 configurations then. */
const readTwice = use([write(1)], [read, read], [])

for (const algorithm of all)
  test(`${algorithm.name}: what two and three read and write is as consistent as it promises, in all executions`, () => {
    const oneWrites = algorithm.service!.name === oneWriter
    for (const one of [...twoProcessors, ...twoOfThree]) {
      const writers = one.calls.filter((calls) => calls.some(({ operation }) => operation === 'write'))
      if (writers.length === 1 || !oneWrites) assertRightInAllExecutions(algorithm, one)
    }
    if (algorithm.name !== abdRegister.name) assertRightInAllExecutions(algorithm, readTwice)
  })

/** Among these, all three may be asked; with majorities of three, that has more than 10^6 configurations, too. */
for (const algorithm of all.filter(({ name }) => name.startsWith('dsm-')))
  test(`${algorithm.name}: the same where all three read or write`, () => {
    assertRightInAllExecutions(algorithm, use([write(1)], [write(2), read], [read]))
  })

const heldTo = (algorithm: object, to: keyof typeof registers): AnyAlgorithm =>
  ({ ...algorithm, service: registers[to] }) as AnyAlgorithm

test('exploration finds that ABD needs the write-back, in an execution that is confirmed', () => {
  const { property, shown } = confirmedViolation(withoutWriteBack as unknown as AnyAlgorithm, readTwice)
  assert.equal(property, 'linearizability')
  assert.match(shown, /^linearizability: p_1 reads null .* or another value had replaced before it asked/)
})

test('exploration finds that local reads and local writes are not linearizable', () => {
  for (const [algorithm, calls] of [
    [dsmScLocalRead, [[write(1)], [read]]],
    [dsmScLocalWrite, [[read], [write(1)]]],
  ] as const) {
    const { property, shown } = confirmedViolation(heldTo(algorithm, 'atomic'), {
      topology: 'complete',
      calls,
    })
    assert.equal(property, 'linearizability')
    assert.match(shown, /^linearizability: p_\d reads null /)
  }
})

test('exploration finds that local writes need channels that keep the order', () => {
  const { fifo, ...requires } = dsmScLocalWrite.requires
  assert.equal(fifo, true)
  const { property, shown } = confirmedViolation(
    { ...dsmScLocalWrite, requires } as unknown as AnyAlgorithm,
    use([read, read], [write(1), write(2)]),
  )
  assert.equal(property, 'sequentialConsistency')
  assert.match(shown, /^sequentialConsistency: /)
})
