import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Algorithm,
  type AnyAlgorithm,
  buildTopology,
  ComputedInstance,
  createClocks,
  ExecutionWriter,
  endOf,
  execute,
  formal,
  headerOf,
  judge,
  LineReader,
  Recorder,
  recordedEvents,
  Streams,
} from '../../../engine/index.ts'
import fc from '../../helpers/property.ts'
import { verifyLines } from '../../helpers/record.ts'
import { type Case, cases, delaysOf, problemOf } from '../simulation/random-cases.ts'
import { randomTimers } from '../simulation/random-timers.ts'

const rules = fc.constantFrom('perfect', 'offset:max=3', 'drift:rho=0.3,stretch=0.7,max=1')

/** Records an execution with clocks by a rule. */
function recordWith(
  algorithm: AnyAlgorithm,
  plain: ComputedInstance,
  clocks: string,
  seed: number,
  delays: ReturnType<typeof delaysOf>['model'],
): string[] {
  const instance = plain.with({ clocks: createClocks(clocks, plain.network.n, new Streams(seed)) })
  const setting = { instance, timing: 'asynchronous', unitDelays: false, identifiers: 'given' } as const
  const fifo = algorithm.requires.fifo === true
  const header = headerOf({ algorithm: algorithm.name, instance, setting, bounded: true, fifo, seed, clocks })
  let text = ''
  const recorder = new Recorder(header, instance.network, (block) => {
    text += new TextDecoder().decode(block)
  })
  const execution = execute(
    algorithm,
    instance,
    { kind: 'asynchronous', delays },
    { seed, observer: recorder },
  )
  recorder.finish(endOf(execution, judge(algorithm, setting, execution), recorder.events, null))
  return text.trimEnd().split('\n')
}

const recordCase = (parts: Case, rule: string): string[] =>
  recordWith(
    randomTimers(parts.program) as AnyAlgorithm,
    problemOf(parts).instance,
    rule,
    parts.seed,
    delaysOf(parts).model,
  )

test('records with clocks and timers are accepted, and are those of the literal execution: 150 random cases', () => {
  fc.assert(
    fc.property(cases, rules, (parts, rule) => {
      const algorithm = randomTimers(parts.program) as AnyAlgorithm
      const lines = recordCase(parts, rule)
      assert.equal(verifyLines(lines, algorithm).first_error, null)
      const { instance: plain } = problemOf(parts)
      const instance = plain.with({ clocks: createClocks(rule, plain.network.n, new Streams(parts.seed)) })
      const literal = formal.runTimed(
        { algorithm, instance, seed: parts.seed },
        { kind: 'asynchronous', delay: delaysOf(parts).next },
      )
      const header = JSON.parse(lines[0]!)
      const writer = new ExecutionWriter(header)
      const read = (texts: readonly string[]) => {
        const reader = new LineReader(header, () => 'test')
        return texts.map((text) => reader.read(text))
      }
      const plainly = [...recordedEvents(literal)].map((event) => writer.event(event))
      assert.deepEqual(read(lines.slice(1, -1)), read(plainly))
    }),
    { numRuns: 150, seed: 2 },
  )
})

/** Sets a timer when it starts, to one unit by its own clock, and terminates when it goes off. */
const alarm: Algorithm<object, { readonly type: 'none' }, object> = {
  name: 'alarm',
  requires: { clocks: true },
  terminates: true,
  initially: () => ({}),
  uponStart: (p) => p.setTimer('wake', 1),
  uponReceiving: { none() {} },
  uponTimeout: { wake: (p) => p.terminate() },
}

test('a timer goes off when the clock has gone on by its duration, no sooner and no later', () => {
  const graph = buildTopology('complete', {
    n: 2,
    stream: new Streams(0).stream('topology'),
    readFile: () => '',
  })
  const instance = new ComputedInstance(graph)
  const { model } = delaysOf({ program: 0, n: 2, extra: 0, seed: 1, grain: 1, wake: 'all' })
  const lines = recordWith(alarm as AnyAlgorithm, instance, 'perfect', 1, model)
  // By hand: both start at 0, and both timers go off at 1.
  assert.deepEqual(lines.slice(1, -1), [
    '{"t":0,"p":0,"wakes":true}',
    '{"t":0,"p":1,"wakes":true}',
    '{"t":1,"p":0,"timeouts":["wake"],"terminates":true}',
    '{"t":1,"p":1,"timeouts":["wake"],"terminates":true}',
  ])
  const problem = (text: string, other: string) =>
    verifyLines(lines.join('\n').replace(text, other).split('\n'), alarm as AnyAlgorithm).first_error?.problem
  assert.equal(problem('', ''), undefined)
  assert.equal(
    problem('"t":1,"p":0', '"t":0.5,"p":0'),
    'nothing is due for p_0 at 0.5; next is p_0 at 1, when a timer goes off',
  )
  assert.equal(
    problem('"t":1,"p":0', '"t":1.5,"p":0'),
    'it comes too late: before it is p_0 at 1, when a timer goes off',
  )
  assert.equal(problem(',"timeouts":["wake"]', ''), 'the timers none go off, but there must be wake')
  // A clock that runs ahead shows more, and goes on as fast; one that runs at another rate does not.
  const drifting = recordWith(alarm as AnyAlgorithm, instance, 'drift:rho=0.5,stretch=100', 1, model)
  const [first, second] = drifting.slice(3, 5).map((line) => JSON.parse(line).t as number)
  assert.ok(first! >= 1 / 1.5 && second! <= 1 / 0.5 && first !== second)
})
