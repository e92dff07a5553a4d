import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type AnyAlgorithm,
  execute,
  formal,
  HeapQueue,
  order,
  type Processor,
  type Timing,
} from '../../../engine/index.ts'
import fc from '../../helpers/property.ts'
import { recordPrepared, verifyLines } from '../../helpers/record.ts'
import { type Case, cases, delaysOf, problemOf } from './random-cases.ts'
import { type Mix, type MixState, randomMachine, randomRoundMachine } from './random-machine.ts'

type Style = 'messages' | 'rounds' | 'messages in rounds'
type Counting = MixState & { rounds: number }

const sizes = { count: 3, identifier: 4, value: 5 }
const sizeOf = ({ type, value }: Mix): number => (type === 'even' ? sizes.count + (value % 7) : 11)

/**
 * A random machine that also makes marks, has messages whose sizes depend on what they say, and, as `ends` says, waits
 * for rounds in silence or stops by itself.
 */
function marking({ program }: Case, style: Style, ends: 'silent' | 'waits' | 'stops'): AnyAlgorithm {
  const mark = (p: Processor<Mix>, state: MixState) => {
    if (state.value % 2 === 0) p.mark('even')
    if (state.received.length > 1) p.mark('heard-two')
  }
  const machine = style === 'rounds' ? randomRoundMachine(program) : randomMachine(program)
  const { uponStart, uponReceiving, uponRound } = machine
  const then =
    <Args extends unknown[]>(handle: (p: Processor<Mix>, state: Counting, ...args: Args) => void) =>
    (p: Processor<Mix>, state: Counting, ...args: Args) => {
      handle(p, state, ...args)
      state.rounds++
      mark(p, state)
    }
  const handlers = uponReceiving && { even: then(uponReceiving.even), odd: then(uponReceiving.odd) }
  const received = (states: readonly object[]) =>
    (states as MixState[]).reduce((sum, { received }) => sum + received.length, 0)
  return {
    ...machine,
    initially: (input: { value: number }) => ({ ...machine.initially(input), rounds: 0 }),
    uponStart: then(uponStart!),
    ...(handlers && { uponReceiving: handlers }),
    ...(uponRound && { uponRound: then(uponRound as never) }),
    marks: ['even', 'heard-two'],
    claims: { 'bits:load': order('log2(n)') },
    bits: {
      even: ({ count }: { count: number }, message: Mix) => count - count + sizeOf(message),
      odd: () => 11,
    },
    ...(ends === 'waits' &&
      style === 'rounds' && { waits: ({ rounds }: Counting) => rounds < 2 + (program % 30) }),
    ...(ends === 'stops' && {
      stopWhen: ({ states }: { states: readonly object[] }) => received(states) > program % 11,
    }),
  } as unknown as AnyAlgorithm
}

const styles = fc.constantFrom<Style>('messages', 'rounds', 'messages in rounds')
const endings = fc.constantFrom('silent' as const, 'waits' as const, 'stops' as const)

/** Delays come from a stream, so each run has its own. */
const timingOf = (parts: Case, style: Style): Timing =>
  style === 'messages' ? { kind: 'asynchronous', delays: delaysOf(parts).model } : { kind: 'synchronous' }

/** Runs it by the engine and by the definitions. */
function both(algorithm: AnyAlgorithm, parts: Case, style: Style) {
  const { seed } = parts
  const { instance } = problemOf(parts)
  const clock: formal.Clock =
    style === 'messages' ? { kind: 'asynchronous', delay: delaysOf(parts).next } : { kind: 'synchronous' }
  const fast = execute(algorithm, instance, timingOf(parts, style), { seed })
  return { fast, literal: formal.runTimed({ algorithm, instance, seed }, clock) }
}

/** How often what a test is about has come up: otherwise its cases show nothing. */
const assertSeen = (seen: Readonly<Record<string, number>>) => {
  for (const [what, times] of Object.entries(seen)) assert.ok(times > 15, `${what}: ${times}`)
}

test('marks, sizes of messages and loads of channels are what the definitions say: 400 random algorithms', () => {
  const seen = { marks: 0, bits: 0, loads: 0 }
  fc.assert(
    fc.property(cases, styles, endings, (parts, style, ends) => {
      const { fast, literal } = both(marking(parts, style, ends), parts, style)
      const { marks, timeUnit, bits, bitsMax, bitsLoad } = fast.measures
      for (const mark of ['even', 'heard-two']) {
        const times = formal.markTimes(literal, mark)
        const found = marks[mark] ?? null
        assert.deepEqual(
          found && [found.first * timeUnit, found.last * timeUnit],
          times && [times.first, times.last],
        )
        if (times !== null && times.first < times.last) seen.marks++
      }
      const sent = formal.passages(literal).map(({ letter }) => sizeOf(letter.message as Mix))
      assert.equal(
        bits,
        sent.reduce((a, b) => a + b, 0),
      )
      assert.equal(bitsMax, Math.max(0, ...sent))
      const load = formal.channelLoad(literal, (message) => sizeOf(message as Mix))
      assert.equal(bitsLoad, style === 'messages' ? null : load)
      if (style !== 'messages' && load > bitsMax!) seen.loads++
      if (new Set(sent).size > 2) seen.bits++
    }),
    { numRuns: 400, seed: 11 },
  )
  assertSeen(seen)
})

test('executions end when the definitions say, silent, waiting or by their own word: 400 random algorithms', () => {
  const seen = { stoppedEarly: 0, waited: 0 }
  fc.assert(
    fc.property(cases, styles, endings, (parts, style, ends) => {
      const { fast, literal } = both(marking(parts, style, ends), parts, style)
      const { processors } = formal.last(literal)
      assert.deepEqual(
        fast.final.states,
        processors.map(({ state }) => state),
      )
      assert.equal(fast.measures.time * fast.measures.timeUnit, formal.time(literal))
      assert.equal(fast.measures.messages, formal.messageCount(literal))
      const all = processors.every(({ status }) => status === 'terminated')
      assert.equal(fast.outcome.kind, all ? 'terminated' : 'quiescent')
      if (formal.inTransit(formal.last(literal)).length > 0) {
        assert.equal(ends, 'stops')
        seen.stoppedEarly++
      }
      if (ends === 'waits' && literal.times.at(-1)! > formal.time(literal) + 1) seen.waited++
    }),
    { numRuns: 400, seed: 13 },
  )
  assertSeen(seen)
})

test('the checker measures the same, and wants no end too early or too late: 300 random algorithms', () => {
  const seen = { stoppedEarly: 0 }
  fc.assert(
    fc.property(cases, styles, endings, (parts, style, ends) => {
      const algorithm = marking(parts, style, ends)
      const { fast, literal } = both(algorithm, parts, style)
      const { instance } = problemOf(parts)
      const recordOf = (algorithm: AnyAlgorithm) => {
        const timing = timingOf(parts, style)
        const unitDelays = style !== 'messages'
        const setting = { instance, timing: timing.kind, unitDelays, identifiers: 'given' }
        return recordPrepared(algorithm, { instance, timing, setting }, parts.seed)
      }
      const { lines, execution } = recordOf(algorithm)
      assert.deepEqual(execution.measures, fast.measures)
      assert.equal(verifyLines(lines, algorithm).first_error, null)
      if (ends !== 'stops' || formal.inTransit(formal.last(literal)).length === 0) return
      seen.stoppedEarly++
      // Whoever does not know that the algorithm stops by itself misses what comes later; who does wants nothing later.
      const { stopWhen: _, ...rest } = algorithm
      const endless = rest as AnyAlgorithm
      assert.match(verifyLines(lines, endless).first_error!.problem, /there is still/)
      assert.match(verifyLines(recordOf(endless).lines, algorithm).first_error!.problem, /is over since/)
    }),
    { numRuns: 300, seed: 14 },
  )
  assertSeen(seen)
})

test('an execution that stops by itself stops at the same moment with and without a queue', () => {
  fc.assert(
    fc.property(cases, (parts) => {
      const { instance } = problemOf({ ...parts, wake: 'all' })
      const algorithm = { ...marking(parts, 'messages', 'stops'), requires: { coins: true } } as AnyAlgorithm
      const timing = { kind: 'asynchronous', delays: { kind: 'constant' } } as const
      const queued = execute(algorithm, instance, timing, { queue: new HeapQueue() })
      const { measures, final } = execute(algorithm, instance, timing)
      assert.deepEqual(queued.measures, measures)
      assert.deepEqual(queued.final.states, final.states)
    }),
    { numRuns: 200, seed: 12 },
  )
})
