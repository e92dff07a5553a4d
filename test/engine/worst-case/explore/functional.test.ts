import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type AnyAlgorithm,
  attack,
  ComputedInstance,
  explore,
  InputError,
  type Message,
  objectiveNamed,
  type Processor,
} from '../../../../engine/index.ts'
import { network } from '../../../helpers/network.ts'

interface State {
  seen: boolean
  [field: string]: unknown
}

/** A flood from p_0, in which something may be done that no function of state and message does. */
function flood(parts: {
  readonly start?: (p: Processor, state: State) => void
  readonly receive?: (p: Processor, state: State, message: Message & { value?: number }, from: number) => void
  readonly initially?: () => object
}): AnyAlgorithm {
  return {
    name: 'flood',
    requires: { root: true },
    terminates: false,
    initially: (input) => ({ isRoot: input.isRoot, seen: input.isRoot, ...parts.initially?.() }),
    uponStart(p, state) {
      if ((state as { isRoot?: boolean }).isRoot !== true) return
      if (parts.start === undefined) p.sendToAll({ type: 'M' })
      else parts.start(p, state as State)
    },
    uponReceiving: {
      M(p, state, message, from) {
        const own = state as State
        parts.receive?.(p, own, message, from)
        if (own.seen) return
        own.seen = true
        p.sendToAllExcept(from, message)
      },
    },
  }
}

class Clock {
  time = 0
}

const cyclic: { self?: object } = {}
cyclic.self = cyclic
const common = { heard: [] as number[] }
let calls = 0
let kept: Processor | null = null
const met = new Set<number>()

const cases: readonly (readonly [string, AnyAlgorithm, RegExp])[] = [
  [
    'asks for chance',
    flood({ receive: (_p, state) => (state.seen ||= Math.random() < 2) }),
    /^flood: p_\d, upon ⟨M⟩ on channel \d, calls Math\.random;/,
  ],
  [
    'asks for the time',
    flood({ initially: () => ({ born: Date.now() }) }),
    /^flood: the initial state of p_0 calls Date\.now;/,
  ],
  [
    'counts its calls outside the states',
    flood({ receive: (_p, state) => (state.number = ++calls) }),
    /^flood: p_\d, upon ⟨M⟩ on channel \d, does not do the same twice in the state .*: it comes to another state: number was \d+ and is \d+;/,
  ],
  [
    'remembers outside the states whom it has met',
    flood({
      receive: (p, _state, _message, from) => {
        if (!met.has(from)) p.send(from, { type: 'M' })
        met.add(from)
      },
    }),
    /does not do the same twice in the state .*: it first sends .*then sends /,
  ],
  [
    'changes a list that all states share',
    flood({
      initially: () => ({ heard: common.heard }),
      receive: (_p, state, _message, from) => (state.heard as number[]).push(from),
    }),
    /^flood: p_\d, upon ⟨M⟩ on channel \d, changes heard of its state, which it shares with other processors$/,
  ],
  [
    'changes a message that it receives',
    flood({ receive: (_p, _state, message) => (message.value = 1) }),
    /^flood: p_\d, upon ⟨M⟩ on channel \d, changes the message that it receives: value was undefined and is 1$/,
  ],
  [
    'changes a message after sending it',
    flood({
      start: (p) => {
        const message = { type: 'M', value: 1 }
        p.sendToAll(message)
        message.value = 2
      },
    }),
    /^flood: p_0, when it wakes, changes ⟨M⟩ after sending it$/,
  ],
  [
    'keeps a list that it has sent, and changes it later',
    flood({
      initially: () => ({ list: [] }),
      start: (p, state) => p.sendToAll({ type: 'M', list: state.list } as Message),
      receive: (p, state, _message, from) => {
        if (state.isRoot === true) (state.list as number[]).push(from)
        else if (!state.seen) p.send(from, { type: 'M' })
      },
    }),
    /^flood: p_0, upon ⟨M⟩ on channel \d, changes list of its state, which it shares with a message that was sent$/,
  ],
  [
    'uses p after its handler',
    flood({
      start: (p) => {
        kept = p
        p.sendToAll({ type: 'M' })
      },
      receive: () => kept!.sendToAll({ type: 'M' }),
    }),
    /^flood: p_\d, upon ⟨M⟩ on channel \d, uses p of an event that is over;/,
  ],
  [
    'has a function in its state',
    flood({ initially: () => ({ deep: { inner: [() => 1] } }) }),
    /^flood: the initial state of p_0 holds, in deep\.inner\.0, a function; states and messages must be plain data$/,
  ],
  [
    'has an object of a class in its state',
    flood({ receive: (_p, state) => (state.clock = new Clock()) }),
    /^flood: the state after p_\d, upon ⟨M⟩ on channel \d, holds, in clock, a Clock;/,
  ],
  [
    'has a BigInt in a message',
    flood({ start: (p) => p.sendToAll({ type: 'M', weight: 5n } as Message) }),
    /^flood: a message that p_0, when it wakes, sends holds, in weight, a BigInt;/,
  ],
  [
    'has a cycle in its state',
    flood({ initially: () => ({ cyclic }) }),
    /^flood: the initial state of p_0 holds, in cyclic\.self, a cycle;/,
  ],
]

const problem = new ComputedInstance(network('complete', 3, 1), { wakeTimes: [0, Infinity, Infinity] })

for (const [what, algorithm, message] of cases) {
  test(`an algorithm that ${what} is not explored`, () => {
    assert.throws(
      () => explore(algorithm, problem),
      (error) => error instanceof InputError && message.test(error.message),
    )
  })
}

test('a handler that is async is not explored', () => {
  const later = flood({})
  const handlers = { ...later.uponReceiving, M: async () => {} }
  assert.throws(
    () => explore({ ...later, uponReceiving: handlers } as AnyAlgorithm, problem),
    /^InputError: flood: p_\d, upon ⟨M⟩ on channel \d, has an async handler;/,
  )
})

test('an attack refuses the same', () => {
  for (const [what, algorithm] of cases.filter(([what]) => /message|chance|share/.test(what)))
    assert.throws(
      () =>
        attack(algorithm, problem, {
          objective: objectiveNamed('messages', algorithm),
          seed: 1,
          runs: 10,
          choose: ['schedule'],
        }),
      InputError,
      what,
    )
})

test('what processors share and none changes is no fault, nor is a state of maps, sets and arrays of numbers', () => {
  const constant = { weights: [1, 2, 3] }
  const algorithm = flood({
    initially: () => ({ constant, known: new Map([[1, [2]]]), met: new Set([1]), bits: new Uint8Array(2) }),
    receive: (_p, state, _message, from) => {
      ;(state.known as Map<number, number[]>).get(1)!.push(from)
      ;(state.bits as Uint8Array)[from] = 1
    },
  })
  assert.equal(explore(algorithm, problem).exhausted, true)
})

test('after an exploration, chance and clocks are what they were', () => {
  const before = [Math.random, Date.now, performance.now]
  explore(flood({}), problem)
  assert.throws(() => explore(cases[0]![1], problem))
  assert.deepEqual([Math.random, Date.now, performance.now], before)
  assert.ok(performance.now() > 0)
})

test('a property that throws is the fault of the algorithm', () => {
  const algorithm = {
    ...flood({}),
    properties: {
      broken: {
        kind: 'safety',
        check: () => {
          throw new Error('no such field')
        },
      },
    },
  } as AnyAlgorithm
  assert.throws(
    () => explore(algorithm, problem),
    /^InputError: flood: property broken throws Error: no such field$/,
  )
})
