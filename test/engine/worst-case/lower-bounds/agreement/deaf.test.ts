import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dolevStrong, eigByzantine, phaseKing } from '../../../../../algorithms/index.ts'
import {
  type AnyAlgorithm,
  brokenBy,
  consensus,
  deafProcessors,
  failuresIn,
  type Processor,
} from '../../../../../engine/index.ts'
import { completeInstance } from '../../resilience/on-complete.ts'

/** The root tells its input to all, who decide what they hear, else 0: n − 1 messages. */
const trusting = {
  name: 'trusting',
  requires: { root: true, resilience: 'n > 3f', synchronous: true, initiators: 'together' },
  tolerates: ['byzantine'],
  terminates: true,
  initially: ({ isRoot, value }: { isRoot: boolean; value: number }) => ({ isRoot, value, decided: null }),
  uponStart: (p: Processor<never>, { isRoot, value }: { isRoot: boolean; value: number }) => {
    if (isRoot) p.sendToAll({ type: 'value', value } as never)
  },
  uponRound(
    p: Processor<never>,
    s: { isRoot: boolean; value: number; decided: number | null },
    inbox: readonly { message: { value: number } }[],
  ) {
    s.decided = s.isRoot ? s.value : (inbox[0]?.message.value ?? 0)
    p.terminate()
  },
  uponReceiving: undefined,
  properties: { agreement: consensus.agreement, termination: consensus.termination },
} as unknown as AnyAlgorithm

test('who is told by the root alone goes wrong when it is told nothing', () => {
  // f = 2: 1 + 1 processors are deaf to the first sender, which is the root, so 2 messages come to them; 2 · 2 are needed.
  const found = deafProcessors(trusting, completeInstance(7, 2), 2)
  assert.deepEqual([found.deaf, found.ignored, found.bound], [[6, 5], 1, 4])
  const { processor, script, broken } = found.wrong!
  // The others hear 1 of the root; it hears nothing and decides 0.
  assert.deepEqual([processor, broken.property, script.values[0]], [6, 'agreement', 1])
  assert.ok(failuresIn(script) <= 2)
  assert.equal(brokenBy(trusting, completeInstance(7, 2), script)!.property, 'agreement')
})

test('algorithms that agree in spite of liars pay at least (1 + ⌊f/2⌋)(1 + ⌈f/2⌉) messages to the deaf', () => {
  for (const [algorithm, n, f, bound] of [
    [phaseKing, 5, 1, 2],
    [eigByzantine, 7, 2, 4],
    [dolevStrong, 5, 2, 4],
    [dolevStrong, 6, 3, 6],
  ] as const) {
    const found = deafProcessors(algorithm as AnyAlgorithm, completeInstance(n, f), f)
    assert.deepEqual([found.wrong, found.bound], [null, bound])
    assert.ok(found.messages >= bound)
    assert.ok(failuresIn(found.script) <= f)
  }
})
