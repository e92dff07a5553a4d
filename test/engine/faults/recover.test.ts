import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Algorithm,
  type AnyAlgorithm,
  buildTopology,
  ComputedInstance,
  createFaults,
  execute,
  formal,
  Random,
  Streams,
} from '../../../engine/index.ts'
import { record, verifyLines } from '../../helpers/record.ts'

type Message = { readonly type: 'tick' } | { readonly type: 'back'; readonly kept: number }
interface State {
  readonly value: number
  kept: number
  lost: number
  heard: number[]
}

/** Counts what it hears of, once on stable storage and once not; ticks at every unit of time up to six. */
const counting = {
  name: 'counting',
  requires: { clocks: true },
  tolerates: ['recover'],
  terminates: false,
  initially: ({ value }) => ({ value, kept: 0, lost: 0, heard: [] }),
  stable: ({ kept }) => ({ kept }),
  uponStart: (p) => p.setTimer('again', 1),
  uponRecovery: (p, { kept }) => p.sendToAll({ type: 'back', kept }),
  uponReceiving: {
    tick(_, state) {
      state.kept++
      state.lost++
    },
    back: (_, state, { kept }) => void state.heard.push(kept),
  },
  uponTimeout: {
    again(p) {
      p.sendToAll({ type: 'tick' })
      if (p.clock() < 6) p.setTimer('again', 1)
    },
  },
} as const satisfies Algorithm<State, Message, { readonly value: number }>

const cell = { topology: 'complete', n: 2, delay: 'constant', clocks: 'perfect', seed: 1 } as const
const algorithm = counting as AnyAlgorithm

test('what is stable outlives a crash, all else and what arrives meanwhile is lost, timers are gone', () => {
  // By hand: p_1 ticks at 1; in its last step at 2 it hears of the tick of 1 and sends to nobody; ticks that reach it at 3
  // and 4 are gone; it comes back at 4.5, says that it kept 1, and hears of the ticks sent at 4, 5 and 6.
  const { execution, lines } = record(algorithm, { ...cell, faults: 'recover:given=1@2~2.5' })
  const [p0, p1] = execution.final.states as State[]
  assert.deepEqual([p1!.kept, p1!.lost, p1!.heard], [4, 3, []])
  assert.deepEqual([p0!.kept, p0!.lost, p0!.heard], [1, 1, [1]])
  // Six ticks of p_0, one of p_1, and that it is back.
  assert.equal(execution.measures.messages, 8)
  assert.equal(execution.measures.faulty, 0)
  assert.equal(execution.outcome.kind, 'quiescent')
  assert.equal(verifyLines(lines, algorithm).first_error, null)
})

test('with clocks, timers and recovery, the fast loop does what the definitions say', () => {
  const network = buildTopology('complete', { n: 4, stream: new Random(1, 2, 3, 4), readFile: () => '' })
  const clocks = Array.from({ length: 4 }, () => ({ at: (time: number) => time, when: (at: number) => at }))
  const instance = new ComputedInstance(network, { clocks })
  for (let seed = 0; seed < 100; seed++) {
    const faults = () =>
      createFaults('recover:f=3,times=3,by=6,down=2', algorithm, instance, 'asynchronous', new Streams(seed))
    const delays = { kind: 'constant' } as const
    const fast = execute(algorithm, instance, { kind: 'asynchronous', delays }, { seed, faults: faults() })
    const literal = formal.runTimed(
      { algorithm, instance, seed, faults: faults() },
      { kind: 'asynchronous', delay: () => 1 },
    )
    assert.deepEqual(
      fast.final.states,
      formal.last(literal).processors.map(({ state }) => state),
    )
    assert.equal(fast.measures.messages, formal.messageCount(literal))
  }
})

test('a record is refused when a processor comes back at another time, or without what it lost', () => {
  const { lines } = record(algorithm, { ...cell, faults: 'recover:given=1@2~2.5' })
  const problem = (from: string, to: string) => {
    const line = lines.findIndex((text) => text.includes(from))
    assert.ok(line >= 0, from)
    return verifyLines(lines.with(line, lines[line]!.replace(from, to)), algorithm).first_error?.problem
  }
  assert.equal(problem('"back":4.5', '"back":4.25'), 'p_1 is down for 2.5')
  assert.equal(problem(',"recovers":true', ''), 'p_1 has crashed')
  assert.equal(problem('given=1@2~2.5', 'f=1,down=2'), 'p_1 is down until 4.5, longer than 2')
  assert.equal(
    problem('recover:given=1@2~2.5', 'loss'),
    'p_1 crashes and is to come back, which is not in the faults',
  )
  assert.equal(problem('"kept":1', '"kept":2'), 'out[0] says {"type":"back","kept":1}')
})
