import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Algorithm,
  type AnyAlgorithm,
  ComputedInstance,
  createDelays,
  DelaySource,
  type DelaySpec,
  execute,
  formal,
  prepareCell,
  Streams,
} from '../../../engine/index.ts'
import { ringOf } from '../../../engine/topology/ring.ts'
import fc from '../../helpers/property.ts'
import { recordPrepared, verifyLines } from '../../helpers/record.ts'
import { cellOf } from '../../helpers/run.ts'

/** A token that goes round for so many hops, from every processor; so something is sent all the time. */
interface State {
  readonly hops: number
}
const rounds: Algorithm<State, { readonly type: 'token'; readonly left: number }, object> = {
  name: 'rounds',
  requires: {},
  terminates: false,
  initially: () => ({ hops: 12 }),
  uponStart: (p, { hops }) => p.sendToAll({ type: 'token', left: hops }),
  uponReceiving: {
    token(p, _state, { left }, from) {
      if (left > 0) p.sendToAllExcept(from, { type: 'token', left: left - 1 })
    },
  },
}
const algorithm = rounds as unknown as AnyAlgorithm

const graph = ringOf(5, 'ring')
const modelOf = (spec: DelaySpec, seed: number) =>
  createDelays(spec, { graph, stream: new Streams(seed).stream('delays'), readFile: () => '' })

interface Sent {
  readonly at: number
  readonly delay: number
}

/** When each message was sent and how long it took, in the order of sending. */
function sendings(spec: DelaySpec, seed: number): Sent[] {
  const cell = cellOf(algorithm, { topology: 'ring', n: 5, delay: spec, seed })
  const { lines } = recordPrepared(
    algorithm,
    prepareCell(algorithm, cell, () => ''),
    seed,
  )
  assert.equal(verifyLines(lines, algorithm).first_error, null)
  return lines.slice(1, -1).flatMap((line) => {
    const { t, out = [] } = JSON.parse(line) as { t: number; out?: [number, unknown, number][] }
    return out.map(([, , arrival]) => ({ at: t, delay: arrival - t }))
  })
}

/** The next delay of a source, of a message that is sent on a slot. */
function drawn(source: DelaySource, slot = 0): number {
  const delay = new Float64Array(1)
  source.draw(Uint32Array.of(slot), 0, 1, delay)
  return delay[0]!
}

const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9

const afters = ['uniform', 'uniform:min=0.2+max=0.8', 'constant', 'bimodal', 'per-link'] as const
const parts = fc.record({
  at: fc.constantFrom(0, 0.5, 3, 8),
  before: fc.constantFrom('pareto', 'exponential', 'log-normal:sigma=2', 'constant'),
  after: fc.constantFrom(...afters),
  seed: fc.nat(1000),
})

/** What delays must satisfy that are of one family before a time and of a bounded one from then on. */
function checkSynchronyLaws(family: 'gst'): void {
  test(`${family}: what is sent before gst is there by gst and the bound, and what is sent after keeps the bound`, () => {
    fc.assert(
      fc.property(parts, ({ at, before, after, seed }) => {
        const bound = after.includes('max=0.8') ? 0.8 : 1
        for (const one of sendings(`${family}:at=${at},before=${before},after=${after}`, seed))
          if (one.at < at) assert.ok(one.at + one.delay <= at + bound + 1e-9)
          else assert.ok(one.delay <= bound + 1e-9)
      }),
      { numRuns: 40 },
    )
  })

  test(`${family}: messages have the delays of the one family and then of the other, in the order of sending`, () => {
    fc.assert(
      fc.property(parts, ({ at, before, after, seed }) => {
        const model = modelOf(`${family}:at=${at},before=${before},after=${after}`, seed)
        assert.ok(model.kind === 'partially synchronous')
        // Per channel, a delay depends on the slot, which the recorded sendings do not tell.
        fc.pre(model.before.kind !== 'per channel' && model.after.kind !== 'per channel')
        const [early, late] = [new DelaySource(model.before), new DelaySource(model.after)]
        for (const { at: sent, delay } of sendings(
          `${family}:at=${at},before=${before},after=${after}`,
          seed,
        )) {
          const plain = sent < at ? Math.min(drawn(early), at + model.bound - sent) : drawn(late)
          assert.ok(close(delay, plain), `${delay}, ${plain}`)
        }
      }),
      { numRuns: 40 },
    )
  })

  test(`${family}: an execution is the one that the literal model has with these delays`, () => {
    fc.assert(
      fc.property(parts, ({ at, before, after, seed }) => {
        const spec: DelaySpec = `${family}:at=${at},before=${before},after=${after}`
        const instance = new ComputedInstance(graph)
        const fast = execute(
          algorithm,
          instance,
          { kind: 'asynchronous', delays: modelOf(spec, seed) },
          { seed },
        )
        const model = modelOf(spec, seed)
        assert.ok(model.kind === 'partially synchronous')
        const [early, late] = [new DelaySource(model.before), new DelaySource(model.after)]
        const literal = formal.runTimed(
          { algorithm, instance, seed },
          {
            kind: 'asynchronous',
            delay({ sender, channel }, time) {
              const delay = drawn(time < model.gst ? early : late, graph.firstSlot(sender) + channel)
              return time < model.gst ? Math.min(delay, model.gst + model.bound - time) : delay
            },
          },
        )
        assert.equal(fast.measures.messages, formal.messageCount(literal))
        assert.ok(close(fast.measures.time * fast.measures.timeUnit, formal.time(literal)))
      }),
      { numRuns: 20 },
    )
  })
}

checkSynchronyLaws('gst')

test('with gst at 0 delays are those of the second family alone', () => {
  const times = (spec: DelaySpec) => {
    const cell = cellOf(algorithm, { topology: 'ring', n: 5, delay: spec, seed: 3 })
    const { instance, timing } = prepareCell(algorithm, cell, () => '')
    const { time, timeUnit } = execute(algorithm, instance, timing).measures
    return time * timeUnit
  }
  assert.ok(close(times('gst:at=0,before=constant,after=constant'), 13))
  assert.ok(close(times('gst:at=0,before=constant,after=uniform'), times('uniform')))
})

test('a slow message of before is cut at gst and the bound: by hand', () => {
  // Every delay before is 1 and every one after is 0.5: sent at 0, 1, 2; what is sent at 2 would arrive at 3, but 2.25 and 0.5
  // is 2.75. From then on half a unit each: 12 hops after the first arrive at 1, 2, 2.75, 3.25, …, 2.75 + 10 · 0.5.
  const spec = 'gst:at=2.25,before=constant,after=bimodal:p=0+fast=0.5'
  const all = sendings(spec, 1)
  // Bimodal is bounded by 1, whatever its p: 2.25 + 1 is later than 3, so nothing is cut; 1, 2, 3, then 10 halves.
  assert.equal(Math.max(...all.map(({ at, delay }) => at + delay)), 8)
  const cut = sendings('gst:at=2.25,before=constant,after=uniform:min=0.4999999+max=0.5', 1)
  assert.ok(Math.abs(Math.max(...cut.map(({ at, delay }) => at + delay)) - 7.75) < 1e-4)
})

const refused: readonly (readonly [DelaySpec, string])[] = [
  [
    'gst:after=pareto',
    'delay gst: after=pareto has no bound, which it must have; take one that is bounded, such as uniform',
  ],
  [
    'gst:before=news',
    'delay gst: before=news looks at what happens; take a family that does not, such as uniform or pareto',
  ],
  [
    'gst:after=stepped',
    'delay gst: after=stepped looks at what happens; take a family that does not, such as uniform or pareto',
  ],
  [
    'gst:before=sampled:x.csv',
    'delay gst:before=sampled:x.csv: sampled:x.csv reads a file, which only stands by itself',
  ],
  ['gst:at=-1', 'delay gst: at=-1 is too small; it must be at least 0'],
]
for (const [spec, message] of refused)
  test(`${spec} is refused`, () => {
    assert.throws(() => modelOf(spec, 1), { name: 'InputError', message })
  })

test('a family within gst that does not exist is refused by its name', () => {
  assert.throws(() => modelOf('gst:before=parato', 1), { name: 'InputError', message: /parato.*pareto/ })
})
