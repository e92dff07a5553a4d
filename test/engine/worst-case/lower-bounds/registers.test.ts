import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  abdRegister,
  abdRegisterOneWriter,
  dsmLinearizable,
  dsmScLocalRead,
  dsmScLocalWrite,
  reliableBroadcastEager,
} from '../../../../algorithms/index.ts'
import {
  type Algorithm,
  type AnyAlgorithm,
  createObject,
  forceSpeeds,
  linearizable,
  type Register,
  registers,
  sequentiallyConsistent,
} from '../../../../engine/index.ts'
import { verifyLines } from '../../../helpers/record.ts'

const loaded = (algorithm: unknown): AnyAlgorithm => algorithm as AnyAlgorithm

interface Stamp {
  readonly type: 'set'
  readonly time: number
  readonly by: number
  readonly value: number
}
interface State {
  readonly id: number
  time: number
  by: number
  copy: number | null
}

const takeNewer = (state: State, { time, by, value }: Stamp): void => {
  if (time < state.time || (time === state.time && by < state.by)) return
  Object.assign(state, { time, by, copy: value })
}

/** Too fast by far: everyone reads and writes a copy of its own at once, and tells the others. The last stamp wins. */
const lastStampWins: Algorithm<State, Stamp, { readonly id: number }, Register> = {
  name: 'last-stamp-wins',
  requires: { identifiers: true, shape: 'complete' },
  terminates: false,
  service: registers.atomic,
  initially: ({ id }) => ({ id, time: 0, by: -1, copy: null }),
  uponInvoking: {
    read(p, { copy }) {
      p.respond(copy)
    },
    write(p, state, value) {
      const stamp = { type: 'set', time: state.time + 1, by: state.id, value } as const
      takeNewer(state, stamp)
      p.sendToAll(stamp)
      p.respond()
    },
  },
  uponReceiving: {
    set: (_p, state, stamp) => takeNewer(state, stamp),
  },
}

/**
 * Writes are stamped with what the clock shows, and done at once; reads wait until all that was written before has arrived.
 * With clocks that show the same, that is linearizable.
 */
const stampedByClocks: Algorithm<State, Stamp, { readonly id: number }, Register> = {
  ...lastStampWins,
  name: 'stamped-by-clocks',
  requires: { identifiers: true, clocks: true, shape: 'complete' },
  uponInvoking: {
    read: (p) => p.setTimer('arrived', 1),
    write(p, state, value) {
      const stamp = { type: 'set', time: p.clock(), by: state.id, value } as const
      takeNewer(state, stamp)
      p.sendToAll(stamp)
      p.respond()
    },
  },
  uponTimeout: {
    arrived(p, { copy }) {
      p.respond(copy)
    },
  },
}

const tookOf = (algorithm: unknown, n: number, uncertainty: number) =>
  forceSpeeds(loaded(algorithm), n, { uncertainty }).findings.map(({ about, took }) => [about, took])

test('correct registers are slower than the theorems ask: by hand', () => {
  // Two messages there and two back take 4 d, or 4 (d − u/2) where u = 0.5.
  assert.deepEqual(tookOf(abdRegister, 3, 0.5), [
    ['read + write', 8],
    ['write', 3],
    ['read', 3],
  ])
  // To the sequencer, p_0, and back; where p_0 is the reader, too, it is p_1 and p_2 who write and wait.
  assert.deepEqual(tookOf(dsmLinearizable, 4, 0.5), [
    ['read + write', 4],
    ['write', 1.5],
    ['read', 1.5],
  ])
  // The theorem about writes has two writers.
  assert.deepEqual(tookOf(abdRegisterOneWriter, 3, 0.5), [
    ['read + write', 6],
    ['read', 3],
  ])
  // Sequential consistency does not depend on real time, so that only the sum has a bound; here 2 d and 0.
  assert.deepEqual(tookOf(dsmScLocalRead, 3, 0.5), [['read + write', 2]])
  for (const algorithm of [abdRegister, dsmLinearizable, abdRegisterOneWriter, dsmScLocalRead]) {
    const { findings, broken } = forceSpeeds(loaded(algorithm), 3)
    assert.ok(!broken && findings.every(({ refuted }) => refuted === null))
  }
})

for (const n of [3, 5])
  for (const uncertainty of [0.25, 0.5, 0.75])
    test(`a register that is too fast has a wrong history for each theorem: n = ${n}, u = ${uncertainty}`, () => {
      const algorithm = loaded(lastStampWins)
      const { findings, broken } = forceSpeeds(algorithm, n, { uncertainty })
      assert.ok(broken)
      assert.deepEqual(
        findings.map(({ about, bound, took }) => [about, bound, took]),
        [
          ['read + write', 1, 0],
          ['write', uncertainty / 2, 0],
          ['read', uncertainty / 4, 0],
        ],
      )
      const object = createObject('register')
      for (const { about, refuted } of findings) {
        const { history, alike, legal, finding, records } = refuted!
        assert.equal(finding.kind, 'wrong')
        assert.deepEqual([alike, legal], [true, true])
        const check = about === 'read + write' ? sequentiallyConsistent : linearizable
        assert.equal(check(history, object).kind, 'wrong')
        // The records are those of executions of the algorithm: nothing is wrong with them but what they show.
        for (const lines of records) {
          const { shows, first_error } = verifyLines(
            lines.map((line) => line.trimEnd()),
            algorithm,
          )
          assert.equal(first_error, null)
          if (shows === null) assert.equal(about, 'read + write')
          else assert.equal(shows.broken!.property, 'linearizability')
        }
      }
    })

test('writes that trust the clocks are refuted by shifting alone, and reads that wait are not', () => {
  const { findings, broken } = forceSpeeds(loaded(stampedByClocks), 3)
  assert.ok(broken)
  assert.deepEqual(
    findings.map(({ about, took, refuted }) => [about, took, refuted !== null]),
    [
      ['read + write', 1, false],
      ['write', 0, true],
      ['read', 1, false],
    ],
  )
  const { history, alike, legal, finding } = findings[1]!.refuted!
  assert.deepEqual([alike, legal, finding.kind], [true, true, 'wrong'])
  // By hand: in the first execution 1 is written at 8, 2 at 8.25, and p_0 asks at 8.5. With 0.5 of time added at p_1, 0.25 at p_0
  // and nothing at p_2, 2 is written at 8.25, 1 at 8.5, and p_0, who asks at 8.75, still reads 2.
  assert.deepEqual(
    history.map(({ kind, processor, time }) => [kind, processor, time]),
    [
      ['invocation', 2, 8.25],
      ['response', 2, 8.25],
      ['invocation', 1, 8.5],
      ['response', 1, 8.5],
      ['invocation', 0, 8.75],
      ['response', 0, 9.75],
    ],
  )
  const [last] = history.slice(-1)
  assert.ok(last?.kind === 'response' && last.result === 2)
})

test('two registers that are sequentially consistent, each kept by itself, need not be so together', () => {
  const { findings, broken } = forceSpeeds(loaded(dsmScLocalWrite), 3)
  // Of one register alone this says nothing.
  assert.equal(broken, false)
  const { took, refuted } = findings[0]!
  assert.equal(took, 0)
  assert.equal(refuted?.finding.kind, 'wrong')
  assert.deepEqual(
    [...new Set(refuted.history.flatMap((one) => (one.kind === 'invocation' ? [one.object] : [])))],
    ['x', 'y'],
  )
})

test('a write that never ends takes for ever, and is not too fast', () => {
  const deaf = { ...lastStampWins, name: 'deaf', uponInvoking: { ...lastStampWins.uponInvoking, write() {} } }
  const [together, write] = forceSpeeds(loaded(deaf), 3).findings
  assert.deepEqual([together!.took, write!.took, write!.refuted], [Infinity, Infinity, null])
})

const refused: readonly (readonly [unknown, number, RegExp])[] = [
  [reliableBroadcastEager, 3, /reliable-broadcast-eager offers reliable-broadcast/],
  [abdRegister, 2, /n ≥ 3 processors; here n = 2/],
  [{ ...abdRegister, requires: { ...abdRegister.requires, shape: 'ring' } }, 3, /complete networks/],
  [{ ...abdRegister, stopWhen: () => true }, 3, /stops by its own word/],
]
for (const [algorithm, n, message] of refused)
  test(`refused: ${message.source}`, () => {
    assert.throws(() => forceSpeeds(loaded(algorithm), n), { name: 'InputError', message })
  })
