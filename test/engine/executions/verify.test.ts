import assert from 'node:assert/strict'
import { test } from 'node:test'
import { algorithms, flooding, lcr } from '../../../algorithms/index.ts'
import {
  type AnyAlgorithm,
  ExecutionChecker,
  ExecutionWriter,
  formal,
  headerOf,
  InputError,
  LineReader,
  prepareCell,
  readHeader,
  recordedEvents,
  recordedInstance,
} from '../../../engine/index.ts'
import { delaySpecs, topologySpecs } from '../../helpers/catalogue.ts'
import fc from '../../helpers/property.ts'
import { record, recordPrepared, verifyLines } from '../../helpers/record.ts'
import { type Case, cases, delaysOf, problemOf } from '../simulation/random-cases.ts'
import { randomMachine, randomRoundMachine } from '../simulation/random-machine.ts'
import { mutate, mutations } from './mutations.ts'

test('the record of every algorithm on every topology with every delay is accepted, with the counts of the run', () => {
  let runs = 0
  for (const algorithm of algorithms) {
    const networks = topologySpecs(algorithm)
    assert.ok(networks.length > 0, algorithm.name)
    for (const [topology, n] of networks)
      for (const [timing, delay] of delaySpecs(algorithm, topology)) {
        const { lines, execution } = record(algorithm, { topology, n, delay, timing, seed: runs++ })
        const found = verifyLines(lines, algorithm)
        assert.equal(found.first_error, null, `${algorithm.name} ${topology} ${delay}`)
        assert.equal(found.messages, execution.measures.messages)
        assert.equal(found.events, lines.length - 2)
      }
  }
  assert.ok(runs > 1500, `${runs} runs`)
})

/** Runs a random algorithm of a case and records it. */
function recordCase(parts: Case, style: 'messages' | 'rounds' | 'messages in rounds') {
  const algorithm = style === 'rounds' ? randomRoundMachine(parts.program) : randomMachine(parts.program)
  const { instance } = problemOf(parts)
  const timing =
    style === 'messages'
      ? ({ kind: 'asynchronous', delays: delaysOf(parts).model } as const)
      : ({ kind: 'synchronous' } as const)
  const setting = { instance, timing: timing.kind, unitDelays: style !== 'messages', identifiers: 'given' }
  return { algorithm, ...recordPrepared(algorithm, { instance, timing, setting }, parts.seed) }
}

const styles = fc.constantFrom('messages', 'messages', 'rounds', 'messages in rounds' as const)

test('the record of a random algorithm is accepted, and no mutation of it is: 1,000 random cases', () => {
  fc.assert(
    fc.property(cases, styles, fc.constantFrom(...mutations), fc.nat(), (parts, style, mutation, choice) => {
      const { algorithm, lines } = recordCase(parts, style)
      assert.equal(verifyLines(lines, algorithm).first_error, null)
      const mutated = mutate(lines, mutation, choice)
      if (mutated === null) return
      try {
        const { first_error } = verifyLines(mutated.lines, algorithm)
        assert.notEqual(first_error, null, `${mutation} at line ${mutated.line}`)
        // A fault shows where it is, or where the next event does not follow from it.
        assert.ok(first_error!.line >= mutated.line && first_error!.line <= mutated.line + mutated.within)
      } catch (error) {
        if (!(error instanceof InputError)) throw error
        assert.match(error.message, /^test, line \d+: /)
      }
    }),
    { numRuns: 1000, seed: 5 },
  )
})

test('what the recorder writes in bytes is what the plain writer writes of the literal execution', () => {
  fc.assert(
    fc.property(cases, fc.boolean(), (parts, roundDriven) => {
      const { algorithm, lines } = recordCase(parts, roundDriven ? 'rounds' : 'messages')
      const { instance } = problemOf(parts)
      const system = { algorithm, instance, seed: parts.seed }
      const literal = formal.runTimed(
        system,
        roundDriven ? { kind: 'synchronous' } : { kind: 'asynchronous', delay: delaysOf(parts).next },
      )
      const header = JSON.parse(lines[0]!)
      const writer = new ExecutionWriter(header)
      const plain = [...recordedEvents(literal)].map((event) => writer.event(event))
      const read = (texts: readonly string[]) => {
        const reader = new LineReader(header, () => 'test')
        return texts.map((text) => reader.read(text))
      }
      assert.deepEqual(read(lines.slice(1, -1)), read(plain))
    }),
    { numRuns: 100, seed: 6 },
  )
})

test('the checker counts those who woke by themselves as the engine does: 300 random cases', () => {
  let woken = 0
  fc.assert(
    fc.property(cases, styles, (parts, style) => {
      const { algorithm, lines, execution } = recordCase(parts, style)
      const header = readHeader(lines[0]!, () => 'test')
      const instance = recordedInstance(
        header,
        algorithm,
        () => '',
        () => 'test',
      )
      const reader = new LineReader(header, () => 'test')
      const checker = new ExecutionChecker(header, algorithm, instance)
      for (const text of lines.slice(1)) {
        const line = reader.read(text)
        if (line.kind === 'event') assert.equal(checker.event(line.event), null)
      }
      const scheduled = Array.from(instance.wakeTimes).filter(Number.isFinite).length
      if (checker.replica.initiators < scheduled) woken++
      assert.equal(checker.replica.initiators, execution.measures.initiators)
    }),
    { numRuns: 300, seed: 8 },
  )
  assert.ok(woken > 10, `in ${woken} cases a message came before somebody's own time`)
})

test('an algorithm that has changed is found out at the first event in which it does something else', () => {
  const { lines } = record(lcr, { n: 5, inputs: 'ids=worst', delay: 'constant', seed: 0 })
  const { id, announcement } = lcr.uponReceiving as NonNullable<AnyAlgorithm['uponReceiving']>
  const changed = {
    ...lcr,
    uponReceiving: {
      announcement,
      id(p, state, message, from) {
        id!(p, state, message, from)
        if ((message as { id?: number }).id === 3) p.terminate()
      },
    },
  } as AnyAlgorithm
  const { first_error } = verifyLines(lines, changed)
  // Line 1 is the header and p_0 … p_4 start in lines 2 … 6; at time 1, p_0 has identifier 4 and p_2 receives 3.
  assert.deepEqual(first_error, {
    line: 9,
    event: 'comp(2) at 1',
    problem: 'it terminates, which the record does not say',
  })
})

test('a network that is too large to list is built from the cell', () => {
  const cell = {
    algorithm: 'flooding',
    timing: 'asynchronous',
    topology: 'gnp',
    n: 30,
    delay: 'uniform',
    wakeup: 'all',
    faults: 'none',
    inputs: 'random',
    replicate: 0,
    seed: 3,
  } as const
  const { lines } = record(flooding, cell)
  const prepared = prepareCell(flooding, cell, () => '')
  const { instance, setting } = prepared
  const header = headerOf({
    algorithm: 'flooding',
    instance,
    setting,
    bounded: true,
    fifo: false,
    seed: 3,
    cell,
  })
  const unlisted = new ExecutionWriter(header).header(null)
  assert.equal(verifyLines([unlisted, ...lines.slice(1)], flooding).ok, true)
})
