import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ricartAgrawala } from '../../../algorithms/index.ts'
import {
  type AnyAlgorithm,
  createWorkload,
  ExecutionWriter,
  formal,
  InputError,
  LineReader,
  recordedEvents,
  Streams,
} from '../../../engine/index.ts'
import fc from '../../helpers/property.ts'
import { record, recordPrepared, saidToBeFine, shownBy, verifyLines } from '../../helpers/record.ts'
import { type Case, cases, delaysOf, problemOf } from '../simulation/random-cases.ts'
import { loads, randomServer } from '../simulation/random-service.ts'

/** Records a random algorithm with a service. It need not answer, so what every service owes may be violated at the end. */
function recordCase(parts: Case, workload: string) {
  const { instance } = problemOf(parts)
  const algorithm = randomServer(parts.program) as AnyAlgorithm
  const timing = { kind: 'asynchronous', delays: delaysOf(parts).model } as const
  const setting = {
    instance,
    timing: timing.kind,
    unitDelays: false,
    identifiers: 'given',
    workload,
  } as const
  return { instance, algorithm, ...recordPrepared(algorithm, { instance, timing, setting }, parts.seed) }
}

test('records of random services are accepted, and what is never answered must be said: 300 random cases', () => {
  let accepted = 0
  fc.assert(
    fc.property(cases, loads, (parts, workload) => {
      const { lines, algorithm, execution } = recordCase(parts, workload)
      const { outcome } = execution
      if (outcome.kind === 'violated') {
        assert.equal(shownBy(lines, algorithm), `${outcome.property}: ${outcome.reason}`)
        return assert.match(
          verifyLines(saidToBeFine(lines), algorithm).first_error!.problem,
          /^it violates the property /,
        )
      }
      accepted++
      assert.equal(verifyLines(lines, algorithm).first_error, null)
    }),
    { numRuns: 300, seed: 3 },
  )
  assert.ok(accepted > 20, `${accepted} accepted`)
})

test('what the recorder writes is what the plain writer writes of the literal execution: 100 random services', () => {
  fc.assert(
    fc.property(cases, loads, (parts, workload) => {
      const { lines, algorithm, instance } = recordCase(parts, workload)
      const asked = createWorkload(algorithm, instance, new Streams(parts.seed), workload)
      const literal = formal.runTimed(
        { algorithm, instance, seed: parts.seed },
        { kind: 'asynchronous', delay: delaysOf(parts).next },
        Number.POSITIVE_INFINITY,
        asked,
      )
      const header = JSON.parse(lines[0]!)
      const writer = new ExecutionWriter(header)
      const read = (texts: readonly string[]) => {
        const reader = new LineReader(header, () => 'test')
        return texts.map((text) => reader.read(text))
      }
      const plain = [...recordedEvents(literal)].map((event) => writer.event(event))
      assert.deepEqual(read(lines.slice(1, -1)), read(plain))
    }),
    { numRuns: 100, seed: 4 },
  )
})

// Two processors, each asked once at time 0; p_0 enters at 2 and leaves at 2.5.
const { lines } = record(ricartAgrawala, {
  topology: 'complete',
  n: 2,
  delay: 'constant',
  inputs: 'ids=ascending',
  workload: 'once',
  seed: 1,
})

test('the record of two processors that enter one after the other is accepted', () => {
  assert.equal(verifyLines(lines, ricartAgrawala).first_error, null)
})

/** The first thing that is wrong once a text in the record is another one. */
function problemAfter(text: string, other: string): string | undefined {
  const changed = lines.join('\n').replace(text, other)
  assert.notEqual(changed, lines.join('\n'), text)
  return verifyLines(changed.split('\n'), ricartAgrawala).first_error?.problem
}

const invocation = '"interface":[["invocation","acquire"]]'

test('an interface that is not that of the algorithm is refused, and so is what nobody may ask', () => {
  assert.equal(problemAfter(`,${invocation}`, ''), 'it sends 0 messages, not 1')
  assert.equal(
    problemAfter(invocation, '"interface":[["invocation","release"]]'),
    'the algorithm throws: is asked for release with nothing before it that it follows',
  )
  assert.equal(
    problemAfter(invocation, '"interface":[["invocation","enter"]]'),
    'the algorithm throws: is asked for enter, but the operations of mutual-exclusion are: acquire, release',
  )
  assert.equal(
    problemAfter(invocation, '"interface":[["invocation","acquire"],["invocation","release"]]'),
    'the algorithm throws: is asked for release while acquire is pending',
  )
  assert.equal(
    problemAfter(invocation, '"interface":[["invocation","acquire"],["response"]]'),
    'interface[1] is ["response"], but nothing more crosses the interface',
  )
  assert.equal(
    problemAfter('"interface":[["response"]]', '"interface":[["response",7]]'),
    'interface[0] is ["response",7], but there must be ["response"]',
  )
  assert.equal(
    problemAfter(',"interface":[["response"]]', ''),
    'interface[0] is missing, but there must be ["response"]',
  )
  assert.throws(
    () => problemAfter(invocation, '"interface":[["invocation"]]'),
    (error: Error) =>
      error instanceof InputError &&
      error.message ===
        'test, line 2: field interface[0] must be ["invocation", OPERATION, …], ["response", …] or ["output", NAME, …]',
  )
})

test('an execution in which two are inside must say so, whatever algorithm it is of', () => {
  const { release } = ricartAgrawala.uponInvoking
  const careless = {
    ...ricartAgrawala,
    uponInvoking: { acquire: (p: { respond(): void }) => p.respond(), release },
  } as AnyAlgorithm
  const own = record(careless, { topology: 'complete', n: 2, delay: 'constant', workload: 'once', seed: 1 })
  const reason = 'p_1 enters at time 0 while p_0 is inside'
  assert.equal(shownBy(own.lines, careless), `mutualExclusion: ${reason}`)
  assert.deepEqual(verifyLines(saidToBeFine(own.lines), careless).first_error, {
    line: 3,
    event: 'comp(1) at 0',
    problem: `it violates the property mutualExclusion: ${reason}`,
  })
})
