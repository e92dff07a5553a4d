import assert from 'node:assert/strict'
import { test } from 'node:test'
import { floodset } from '../../../algorithms/index.ts'
import { type AnyAlgorithm, createFaults, type PreparedCell, Streams } from '../../../engine/index.ts'
import fc from '../../helpers/property.ts'
import { record, recordPrepared, verifyLines } from '../../helpers/record.ts'
import { cases, delaysOf, problemOf } from '../simulation/random-cases.ts'
import { alphabet, specs } from '../simulation/random-faults.ts'
import { randomMachine, randomRoundMachine } from '../simulation/random-machine.ts'

test('records with faults are accepted: 450 random algorithms, faults and both models', () => {
  const seen = new Map<string, number>()
  fc.assert(
    fc.property(cases, specs, fc.constantFrom('rounds', 'messages', 'delays'), (parts, spec, kind) => {
      const { seed } = parts
      const { instance } = problemOf(parts)
      const machine = kind === 'rounds' ? randomRoundMachine(parts.program) : randomMachine(parts.program)
      const algorithm = { ...machine, alphabet } as AnyAlgorithm
      const timing = kind === 'delays' ? 'asynchronous' : 'synchronous'
      const prepared: PreparedCell = {
        instance,
        setting: { instance, timing, unitDelays: kind !== 'delays', identifiers: 'given', faults: spec },
        timing: timing === 'synchronous' ? { kind: timing } : { kind: timing, delays: delaysOf(parts).model },
        faults: createFaults(spec, algorithm, instance, timing, new Streams(seed)),
      }
      const { lines } = recordPrepared(algorithm, prepared, seed)
      assert.equal(verifyLines(lines, algorithm).first_error, null)
      for (const field of ['strays', 'copies', 'lies', 'crashes', 'back', 'recovers'])
        if (lines.some((line) => line.includes(`"${field}":`))) seen.set(field, (seen.get(field) ?? 0) + 1)
    }),
    { numRuns: 450, seed: 5 },
  )
  for (const field of ['strays', 'copies', 'lies', 'crashes', 'back', 'recovers'])
    assert.ok((seen.get(field) ?? 0) > 30, `${field}: ${seen.get(field)}`)
})

const cell = { topology: 'complete', n: 4, timing: 'synchronous', f: 1, seed: 1 } as const
const crashed = record(floodset, { ...cell, inputs: 'values=3+1+2+2', faults: 'crash:given=1@0/3' }).lines
const lossy = record(floodset, { ...cell, faults: 'loss:rate=0.5' }).lines

test('what a liar has in mind no property looks at, so that a record without it shows the same', () => {
  // FloodSet does not let any two processors decide differently, but is not made for lies.
  for (let seed = 1; seed <= 20; seed++) {
    const { lines } = record(floodset, {
      ...cell,
      seed,
      inputs: 'values=bits',
      faults: 'byzantine:strategy=twins',
    })
    assert.equal(verifyLines(lines, floodset).first_error, null)
  }
})

/** The first thing that is wrong with lines of which one has a part replaced. */
function problemWith(lines: readonly string[], line: number, from: string, to: string): string | undefined {
  assert.ok(lines[line]!.includes(from), `line ${line} has no ${from}`)
  return verifyLines(lines.with(line, lines[line]!.replace(from, to)), floodset).first_error?.problem
}

test('a record is refused when something fails in it that its faults do not allow', () => {
  assert.equal(verifyLines(crashed, floodset).first_error, null)
  const problem = (from: string, to: string, line = 2) => problemWith(crashed, line, from, to)
  assert.equal(
    problem('"faults":"crash:given=1@0/3"', '"faults":"crash:given=1@0/2"', 0),
    'its last step does not send to just those that 1@0/2 names: see p_3',
  )
  assert.equal(
    problem('"faults":"crash:given=1@0/3"', '"faults":"crash:given=2@0/3"', 0),
    'p_1 crashes too early',
  )
  assert.equal(
    problem('"faults":"crash:given=1@0/3"', '"faults":"crash:f=0"', 0),
    '1 processors fail by crash, but only 0 may',
  )
  assert.equal(
    problem('"faults":"crash:given=1@0/3"', '"faults":"omission:f=1"', 0),
    'p_1 fails in a way that is not in the faults: crash',
  )
  assert.equal(problem('"may_fail":[1]', '"may_fail":[2]', 0), 'p_1 fails, but is not among those that may')
  assert.equal(
    problem('"faults":"crash:given=1@0/3","may_fail":[1],', '', 0),
    'something fails in it, but the header names no faults',
  )
  assert.equal(problem(',"crashes":true', ''), 'p_1 must crash in this event')
  assert.equal(
    problem('"strays":[[0,', '"strays":[[1,'),
    'strays[0]: message 1 is {"type":"values","values":[1]} on channel 1',
  )
  assert.equal(problem(',"crashes":true', ',"lies":true'), 'p_1 lies, but is not Byzantine')
})

test('messages are lost only where channels may lose some, and none without a word', () => {
  assert.equal(verifyLines(lossy, floodset).first_error, null)
  const line = lossy.findIndex((text) => text.includes('"lost"'))
  assert.match(
    problemWith(lossy, 0, '"faults":"loss:rate=0.5"', '"faults":"duplicate"')!,
    /channels lose none now/,
  )
  assert.match(
    problemWith(lossy, 0, '"faults":"loss:rate=0.5"', '"faults":"partition:from=7"')!,
    /channels lose none now/,
  )
  const silent = lossy[line]!.replace(/,"strays":.*\]\]/, '')
  assert.match(
    verifyLines(lossy.with(line, silent), floodset).first_error!.problem,
    /messages, not|is sent on channel/,
  )
})

test('a crashed processor takes no step any more', () => {
  const [p1] = crashed.filter((line) => line.includes('"p":1'))
  const again = p1!.replace('"t":0', '"t":1').replace(',"wakes":true', '')
  const after = crashed.findIndex((line) => line.includes('"t":1,"p":2'))
  assert.equal(
    verifyLines([...crashed.slice(0, after), again, ...crashed.slice(after)], floodset).first_error?.problem,
    'p_1 has crashed',
  )
})

test('what liars send is accepted, but only from those who lie from the beginning', () => {
  const faults = 'byzantine:processors=2,strategy=equivocate'
  const { lines, execution } = record(floodset, { ...cell, faults })
  assert.equal(verifyLines(lines, floodset).first_error, null)
  // By hand: three honest processors send to three others in each of two rounds.
  assert.equal(execution.measures.messages, 18)
  assert.equal(
    problemWith(lines, 0, '"liars":[2]', '"liars":[2,3]'),
    'p_3 fails, but is not among those that may',
  )
  assert.equal(
    problemWith(lines, 0, '"may_fail":[2],"liars":[2]', '"may_fail":[2,3],"liars":[2,3]'),
    'p_3 fails, but byzantine names others',
  )
  const line = lines.findIndex((text) => text.includes('"t":1,"p":2'))
  assert.equal(problemWith(lines, line, ',"lies":true', ''), 'p_2 is Byzantine, which the event does not say')
})
