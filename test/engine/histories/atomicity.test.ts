import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  createObject,
  type HistoryEvent,
  type HistoryFinding,
  isPending,
  linearizable,
  operationsOf,
  readHistory,
  sequentiallyConsistent,
} from '../../../engine/index.ts'
import fc from '../../helpers/property.ts'
import { isLinearizable, isSequentiallyConsistent } from './brute-force.ts'
import { forgetting, generatedHistory, without } from './generated.ts'

/** How many histories of each kind: more with ADMISSIBLE_HISTORIES=10000. */
const numRuns = Number(process.env.ADMISSIBLE_HISTORIES ?? 600)

const kinds = {
  register: {
    object: createObject('register:initial=0'),
    argument: (operation: string, value: number) =>
      operation === 'read' ? undefined : operation === 'write' ? value : [value, (value + 1) % 3],
  },
  'two registers': {
    object: createObject('register:initial=0'),
    argument: (operation: string, value: number) =>
      operation === 'read' ? undefined : operation === 'write' ? value : [value, (value + 1) % 3],
    objects: 2,
  },
  'key-value': {
    object: createObject('key-value'),
    argument: (operation: string, value: number) => (operation === 'get' ? undefined : 'abc'[value]),
  },
  queue: { object: createObject('queue'), argument: (_: string, value: number) => value },
  stack: { object: createObject('stack'), argument: (_: string, value: number) => value },
  counter: { object: createObject('counter'), argument: (_: string, value: number) => value + 1 },
  'fetch-and-add': { object: createObject('fetch-and-add'), argument: (_: string, value: number) => value },
  'test-and-set': { object: createObject('test-and-set'), argument: () => undefined },
  snapshot: { object: createObject('snapshot:n=3,initial=0'), argument: (_: string, value: number) => value },
}

const checks = [
  { name: 'linearizable', check: linearizable, holds: isLinearizable },
  { name: 'sequentially consistent', check: sequentiallyConsistent, holds: isSequentiallyConsistent },
]

for (const [name, kind] of Object.entries(kinds))
  for (const { name: condition, check, holds } of checks)
    test(`a history of a ${name} is found ${condition} exactly if some order is as the definition has it`, () => {
      let wrong = 0
      fc.assert(
        fc.property(generatedHistory(kind, 6), (history) => {
          const expected = holds(history, kind.object)
          if (!expected) wrong++
          assert.equal(check(history, kind.object).kind, expected ? 'holds' : 'wrong')
        }),
        { numRuns },
      )
      assert.ok(wrong > numRuns / 100 && wrong < numRuns / 2, `${wrong} of ${numRuns} are wrong`)
    })

for (const [name, kind] of Object.entries(kinds))
  for (const { name: condition, check, holds } of checks)
    test(`what is shown of a history of a ${name} that is not ${condition} is wrong, and right once an answer is forgotten`, () => {
      fc.assert(
        fc.property(generatedHistory(kind, 6), (history) => {
          const finding = check(history, kind.object)
          if (finding.kind !== 'wrong') return
          const { part, sentence } = finding.fault
          assert.doesNotMatch(sentence, /perhaps/)
          assert.ok(!holds(part, kind.object), 'the part is wrong')
          const shown = new Set(operationsOf(part).map(({ id }) => id))
          const answered = operationsOf(part).filter((each) => !isPending(each))
          const others = operationsOf(history).filter(({ id }) => !answered.some((each) => each.id === id))
          const rest = new Set(others.map(({ id }) => id))
          // It is no artefact of what was left out: with all others there, but for their answers, it is still wrong.
          assert.equal(check(forgetting(history, rest), kind.object).kind, 'wrong')
          for (const { id } of answered)
            assert.ok(holds(forgetting(part, new Set([id])), kind.object), `without the answer of ${id}`)
          // Nor is there more than is needed: without any other operation some of these would stay wrong.
          for (const { id } of operationsOf(part).filter(isPending))
            assert.ok(
              answered.some(
                (each) => !holds(forgetting(without(part, new Set([id])), new Set([each.id])), kind.object),
              ),
              `operation ${id} of ${[...shown]} is not needed`,
            )
        }),
        { numRuns: Math.min(numRuns, 200) },
      )
    })

/** Lines such as “0 write 1” and “0 ok”: process, operation and argument, or its answer. */
function told(text: string): HistoryEvent[] {
  const lines = text.trim().split('\n')
  const asked = new Map<string, string>()
  const entries = lines.map((line) => {
    const [process = '', word = '', value] = line.trim().split(' ')
    const type = word === 'ok' ? 'ok' : 'invoke'
    if (type === 'invoke') asked.set(process, word)
    const data = value === undefined ? {} : { value: JSON.parse(value) as unknown }
    return JSON.stringify({ process: Number(process), type, f: asked.get(process), ...data })
  })
  return [...readHistory('told', entries.join('\n'))]
}

const sentenceOf = (finding: HistoryFinding): string =>
  finding.kind === 'wrong' ? finding.fault.sentence : finding.kind

test('a read may answer what is being written, and what was before it, but not the old value after the new one', () => {
  // By hand: p_1 reads while p_0 writes 1. New then new is 0, write, 1, 1; new then old has no order.
  const history = (first: number, second: number) =>
    told(`0 write 1\n1 read\n1 ok ${first}\n1 read\n1 ok ${second}\n0 ok`)
  const register = createObject('register:initial=0')
  for (const [first, second] of [
    [0, 0],
    [0, 1],
    [1, 1],
  ] as const)
    assert.equal(linearizable(history(first, second), register).kind, 'holds')
  const finding = linearizable(history(1, 0), register)
  assert.equal(
    sentenceOf(finding),
    'read by p_1 answers 0, which fits no order of these 3 operations that respects real time; 1 would',
  )
})

test('a stale read is sequentially consistent, though not linearizable', () => {
  // By hand: p_1 reads 0 after p_0 was told that 1 is written. The order read, write is that of each processor.
  const history = told('0 write 1\n0 ok\n1 read\n1 ok 0')
  const register = createObject('register:initial=0')
  assert.equal(linearizable(history, register).kind, 'wrong')
  assert.equal(sequentiallyConsistent(history, register).kind, 'holds')
})

test('each of two registers may be sequentially consistent where both together are not', () => {
  // Dekker’s pattern: each writes one and reads 0 from the other. One of the writes comes first in any order.
  const lines = [
    { process: 0, type: 'invoke', f: 'write', key: 'x', value: 1 },
    { process: 1, type: 'invoke', f: 'write', key: 'y', value: 1 },
    { process: 0, type: 'ok', f: 'write', key: 'x' },
    { process: 1, type: 'ok', f: 'write', key: 'y' },
    { process: 0, type: 'invoke', f: 'read', key: 'y' },
    { process: 1, type: 'invoke', f: 'read', key: 'x' },
    { process: 0, type: 'ok', f: 'read', key: 'y', value: 0 },
    { process: 1, type: 'ok', f: 'read', key: 'x', value: 0 },
  ]
  const register = createObject('register:initial=0')
  const history = readHistory('dekker', lines.map((line) => JSON.stringify(line)).join('\n'))
  for (const key of ['x', 'y']) {
    const part = lines.filter((line) => line.key === key).map((line) => JSON.stringify(line))
    assert.equal(sequentiallyConsistent(readHistory(key, part.join('\n')), register).kind, 'holds')
  }
  assert.match(
    sentenceOf(sequentiallyConsistent(history, register)),
    /^[xy]\.read by p_\d answers 0, which fits no order of these 4/,
  )
})

test('a queue may be sequentially consistent where values come out in another order than in real time', () => {
  // By hand: enqueue 1, enqueue 2, dequeue 1 are all of p_0; the dequeue of 2, though over before that of 1 begins, comes last.
  const history = told('0 enqueue 1\n0 ok\n0 enqueue 2\n0 ok\n1 dequeue\n1 ok 2\n0 dequeue\n0 ok 1')
  assert.equal(linearizable(history, createObject('queue')).kind, 'wrong')
  assert.equal(sequentiallyConsistent(history, createObject('queue')).kind, 'holds')
})

test('a fault late in a long history is shown without what came before', () => {
  // By hand: after 300 writes of 0, 1 and 2 that overlap nothing, 1 is written and 2 read, which fits no state.
  const before = Array.from({ length: 300 }, (_, i) => `0 write ${i % 3}\n0 ok`).join('\n')
  const finding = linearizable(told(`${before}\n1 write 1\n1 ok\n2 read\n2 ok 2`), createObject('register'))
  assert.equal(
    sentenceOf(finding),
    'read by p_2 answers 2, which fits no order of these 2 operations that respects real time, whatever came before; 1 would',
  )
  assert.ok(finding.kind === 'wrong')
  for (const state of ['null', 0, 1, 2])
    assert.ok(!isLinearizable(finding.fault.part, createObject(`register:initial=${state}`)))
  // What has never been written is wrong by itself, and only the whole history shows it.
  const never = linearizable(told(`${before}\n2 read\n2 ok 7`), createObject('register'))
  assert.equal(
    sentenceOf(never),
    'read by p_2 answers 7, whatever those invoked before it have done by then, it cannot',
  )
})

test('which of two operations without an answer took effect first may decide', () => {
  // By hand, from 0: cas([0, 1]), read 1, write 5, write 1, read 1. With write 1 first there is no second way to 1.
  for (const [a, b] of [
    ['write 1', 'cas [0,1]'],
    ['cas [0,1]', 'write 1'],
  ] as const) {
    const history = told(`0 ${a}\n1 ${b}\n2 read\n2 ok 1\n2 write 5\n2 ok\n2 read\n2 ok 1`)
    assert.equal(linearizable(history, createObject('register:initial=0')).kind, 'holds')
  }
})

test('of two that take at once, the one that asked later may take what was put in first', () => {
  // By hand: 1, then 2 are put in. p_1 asks first and takes what comes second, for p_2 asks before it is answered.
  const taking = (put: string, take: string, first: number, second: number) =>
    told(`0 ${put} 1\n0 ok\n0 ${put} 2\n0 ok\n1 ${take}\n2 ${take}\n1 ok ${second}\n2 ok ${first}`)
  assert.equal(linearizable(taking('enqueue', 'dequeue', 1, 2), createObject('queue')).kind, 'holds')
  assert.equal(linearizable(taking('push', 'pop', 2, 1), createObject('stack')).kind, 'holds')
})

test('the search gives up when its budget is spent, and says so', () => {
  const history = told('0 write 1\n1 write 2\n2 read\n0 ok\n1 ok\n2 ok 7')
  const finding = linearizable(history, createObject('register'), { stepsMax: 2 })
  assert.equal(finding.kind === 'undecided' && finding.sentence, 'the search was given up after 2 steps')
})

test('a chain of ten thousand operations is no problem of depth', () => {
  const lines = Array.from({ length: 10_000 }, (_, i) => `0 write ${i}\n0 ok`)
  assert.equal(linearizable(told(lines.join('\n')), createObject('register')).kind, 'holds')
})
