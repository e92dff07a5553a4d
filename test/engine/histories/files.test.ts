import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import {
  createObject,
  historyText,
  InputError,
  linearizable,
  operationsOf,
  readHistory,
} from '../../../engine/index.ts'
import { realData } from '../../helpers/admissible.ts'
import fc from '../../helpers/property.ts'
import { generatedHistory } from './generated.ts'

test('the published histories of etcd and of a key–value store have the published verdicts', (t) => {
  const data = realData(t)
  if (data === null) return
  const folder = join(data, 'histories')
  // The verdicts of the tests of porcupine, from where the files are.
  const right = /etcd_00[257]\.log|kv-c(01|10)-ok\.txt/
  const names = readdirSync(folder)
  assert.equal(names.length, 15)
  for (const name of names) {
    const object = createObject(name.startsWith('kv') ? 'key-value' : 'register')
    const history = readHistory(name, readFileSync(join(folder, name), 'utf8'))
    const finding = linearizable(history, object)
    assert.equal(finding.kind, right.test(name) ? 'holds' : 'wrong', name)
    if (finding.kind !== 'wrong') continue
    assert.doesNotMatch(finding.fault.sentence, /perhaps/, name)
    assert.ok(operationsOf(finding.fault.part).length <= 20, name)
    assert.equal(linearizable(finding.fault.part, object).kind, 'wrong', name)
  }
})

test('the three formats tell the same history', () => {
  const json = `
    {"process":0,"type":"invoke","f":"write","value":1}
    {"process":1,"type":"invoke","f":"cas","value":[1,2]}
    {"process":0,"type":"ok","f":"write","value":1}
    {"process":1,"type":"fail","f":"cas"}
    {"process":2,"type":"invoke","f":"read"}
    {"process":3,"type":"invoke","f":"write","value":3}
    {"process":3,"type":"info","f":"write","error":"timeout"}
    {"process":2,"type":"ok","f":"read","value":1}`
  const edn = `
    {:process 0, :type :invoke, :f :write, :value 1}
    #jepsen.history.Op{:index 1, :process 1, :type :invoke, :f :cas, :value [1 2]}
    {:process :nemesis, :type :info, :f :start, :value nil}
    {:process 0, :type :ok, :f :write, :value 1}
    {:process 1, :type :fail, :f :cas, :value [1 2]}
    {:process 2, :type :invoke, :f :read, :value nil}
    {:process 3, :type :invoke, :f :write, :value 3}
    {:process 3, :type :info, :f :write, :value 3, :error :timeout}
    {:process 2, :type :ok, :f :read, :value 1}`
  const log = [
    'INFO  jepsen.core - Running test',
    'INFO  jepsen.util - 0\t:invoke\t:write\t1',
    'INFO [2026-01-01 00:00:00,000] jepsen worker 1 - jepsen.util 1\t:invoke\t:cas\t[1 2]',
    'INFO  jepsen.util - :nemesis\t:info\t:start\tnil',
    'INFO  jepsen.util - 0\t:ok\t:write\t1',
    'INFO  jepsen.util - 1\t:fail\t:cas\t[1 2]',
    'INFO  jepsen.util - 2\t:invoke\t:read\tnil',
    'INFO  jepsen.util - 3\t:invoke\t:write\t3',
    'INFO  jepsen.util - 3\t:info\t:write\t:timed-out',
    'INFO  jepsen.util - 2\t:ok\t:read\t1',
  ].join('\r\n')
  const [first, ...others] = [json, edn, log].map((text) =>
    operationsOf(readHistory('told', text)).map(({ processor, operation, argument, result, responded }) => ({
      processor,
      operation,
      argument,
      result,
      pending: responded === Number.POSITIVE_INFINITY,
    })),
  )
  assert.deepEqual(first, [
    { processor: 0, operation: 'write', argument: 1, result: undefined, pending: false },
    { processor: 1, operation: 'cas', argument: [1, 2], result: false, pending: false },
    { processor: 2, operation: 'read', argument: undefined, result: 1, pending: false },
    { processor: 3, operation: 'write', argument: 3, result: undefined, pending: true },
  ])
  for (const other of others) assert.deepEqual(other, first)
})

test('an operation that failed has not taken effect, unless it is a cas that found another value', () => {
  const read = (text: string) => operationsOf(readHistory('told', text))
  const failed = (f: string, error = '') =>
    read(
      `{"process":0,"type":"invoke","f":"${f}","value":[1,2]}\n{"process":0,"type":"fail","f":"${f}"${error}}\n` +
        '{"process":0,"type":"invoke","f":"read"}',
    )
  assert.deepEqual(
    failed('write').map(({ id, operation }) => [id, operation]),
    [[0, 'read']],
  )
  assert.deepEqual(
    failed('cas').map(({ operation, result }) => [operation, result]),
    [
      ['cas', false],
      ['read', undefined],
    ],
  )
  assert.equal(failed('cas', ',"error":"refused"').length, 1)
})

test('a history that is written as JSON lines reads back the same', () => {
  const kind = { object: createObject('fetch-and-add'), argument: (_: string, value: number) => value }
  fc.assert(
    fc.property(generatedHistory(kind, 8), (history) => {
      if (history.length === 0) return
      assert.deepEqual(
        operationsOf(readHistory('there and back', historyText(history))).map(known),
        operationsOf(history).map(known),
      )
    }),
    { numRuns: 200 },
  )
  // Where there is nothing, JSON has null, and reading leaves it out.
  function known(operation: object): object {
    return Object.fromEntries(Object.entries(operation).map(([key, value]) => [key, value ?? null]))
  }
})

const line = (process: number, type: string, f: string, more = '') =>
  `{"process":${process},"type":"${type}","f":"${f}"${more}}\n`

const bad = [
  ['', 'h is empty; a history has a line for each event'],
  [
    'hello\n',
    'h is no history: its first line is neither JSON, such as {"process":0,"type":"invoke","f":"read"}, nor EDN, such as {:process 0, :type :invoke, :f :read}, nor of a log of Jepsen',
  ],
  [`\n${line(0, 'invoke', 'read')}{"process":0,`, /^h, line 3: is not JSON: /],
  [`${line(0, 'invoke', 'read')}[1]`, 'h, line 2: expected an object'],
  ['{"type":"invoke","f":"read"}', 'h, line 1: process must be a natural number, found none'],
  [line(0, 'begin', 'read'), 'h, line 1: type must be one of invoke, ok, fail, info, output, found "begin"'],
  ['{"process":0,"type":"invoke"}', 'h, line 1: f must be the name of what is asked or put out, found none'],
  [line(0, 'ok', 'read'), 'h, line 1: process 0 answers read, which it was not asked'],
  [
    line(0, 'invoke', 'read') + line(0, 'invoke', 'write'),
    'h, line 2: process 0 invokes write, but its read of line 1 has no answer yet',
  ],
  [
    line(0, 'invoke', 'read') + line(0, 'ok', 'write'),
    'h, line 2: process 0 answers write, but its read of line 1 has no answer yet',
  ],
  [
    line(0, 'invoke', 'read', ',"key":"x"') + line(0, 'ok', 'read', ',"key":"y"'),
    'h, line 2: process 0 answers for key y, but was asked for x',
  ],
  [
    line(0, 'invoke', 'read', ',"time":5') + line(1, 'invoke', 'read', ',"time":4'),
    'h, line 2: the time 4 is before 5, that of line 1; sort by time',
  ],
  [
    '{:process 0, :type :invoke, :f :read, :value "x}',
    'h, line 1: column 46: expected a closing quotation mark',
  ],
  ['{:process 0, :type', 'h, line 1: column 19: expected }'],
  ['INFO jepsen.core - starting\n', 'h has no operations (read as a log of Jepsen)'],
] as const

for (const [text, message] of bad)
  test(`a history that begins “${text.slice(0, 40).trim()}” and cannot be read is refused in one line`, () => {
    assert.throws(
      () => readHistory('h', text),
      (error: unknown) =>
        error instanceof InputError &&
        (typeof message === 'string' ? error.message === message : message.test(error.message)),
    )
  })
