import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type AnyAlgorithm,
  assertClaims,
  atMost,
  buildTopology,
  ComputedInstance,
  claimedValue,
  exactly,
  execute,
  finalQuantity,
  InputError,
  judge,
  quantities,
} from '../../../engine/index.ts'
import { record, verifyLines } from '../../helpers/record.ts'
import { runCell, runLockstep, violations } from '../../helpers/run.ts'
import { thereAndBack } from '../../helpers/there-and-back.ts'

const path = (n: number) => buildTopology('path', { n, stream: undefined as never, readFile: () => '' })
const algorithm = thereAndBack as AnyAlgorithm

test('on a path of four every measure is what a hand calculation gives', () => {
  const { execution, judgements } = runLockstep(algorithm, path(4))
  // The root is at one end: three tokens go with delay 1 each, then three echoes come back.
  // A count from 0 to 4 takes 3 bits, so the tokens have 4, 5 and 6 bits; an echo has 1.
  const measured = Object.fromEntries(judgements.map(({ measure, measured }) => [measure, measured]))
  assert.deepEqual(measured, {
    'messages:tok+messages:echo': 6,
    messages: 6,
    time: 6,
    'time-first:informed': 0,
    'time:informed': 3,
    'time:done': 6,
    'column:depth': 3,
    bits: 4 + 5 + 6 + 3,
    'bits:max': 6,
  })
  assert.deepEqual(
    judgements.map(({ bound, verdict }) => [bound, verdict]),
    [
      [6, 'held'],
      [6, 'held'],
      [8, 'not checked'],
      [6, 'held'],
      [0, 'held'],
      [3, 'held'],
      [6, 'held'],
      [3, 'held'],
      [18, 'held'],
      [8, 'held'],
    ],
  )
  assert.deepEqual(execution.measures.marks, { informed: { first: 0, last: 3 }, done: { first: 6, last: 6 } })
})

test('the claims hold under other delays and timings, and the checker finds the same verdicts', () => {
  for (const [seed, timing] of [
    [1, 'asynchronous'],
    [2, 'synchronous'],
  ] as const)
    for (const delay of timing === 'synchronous' ? [''] : ['uniform', 'exponential', 'pareto']) {
      const cell = { topology: 'path', n: 5, inputs: 'root=first', seed, timing, delay }
      assert.deepEqual(violations(runCell(algorithm, cell)), [])
      const { lines } = record(algorithm, cell)
      assert.equal(verifyLines(lines, algorithm).first_error, null)
      // The end says that the last processor was informed a little later.
      const wrong = lines.with(-1, lines.at(-1)!.replace(/("time:informed".*?"measured":)([\d.]+)/, '$19$2'))
      assert.notEqual(wrong.at(-1), lines.at(-1))
      assert.match(verifyLines(wrong, algorithm).first_error!.problem, /time:informed/)
    }
})

test('what is read off the final configuration is unknown before a run, and where one was cut short', () => {
  const instance = new ComputedInstance(path(4))
  const setting = { instance, timing: 'synchronous', unitDelays: true, identifiers: 'given' } as const
  const [claim] = [algorithm.claims!.messages!].flat()
  assert.equal(claimedValue(claim!, setting), Number.NaN)
  const cut = execute(algorithm, instance, { kind: 'synchronous' }, { budget: { messages: 2 } })
  assert.equal(cut.outcome.kind, 'budget')
  const verdicts = judge(algorithm, setting, cut)
  assert.equal(verdicts.find(({ measure }) => measure === 'messages')!.verdict, 'not checked')
  // There is no final configuration to read the column from, and nobody is done.
  const measures = verdicts.map(({ measure }) => measure)
  assert.ok(!measures.includes('column:depth') && !measures.includes('time:done'))
  assert.ok(Number.isNaN(quantities(setting)('P')))
})

test('claims about what is not measured are refused with the place and what would be right', () => {
  const own = (claims: object) => ({ ...algorithm, name: 'mine', claims }) as AnyAlgorithm
  const Q = finalQuantity('one thing', () => 1)
  const other = finalQuantity('another', () => 2)
  const cases: readonly (readonly [object, RegExp])[] = [
    [{ 'messages:tok+messages:eco': atMost('n') }, /no messages of type “eco”; did you mean echo\?/],
    [
      { 'messages:tok + messages:echo': atMost('n') },
      /a sum is written messages:TYPE\+messages:TYPE, without spaces/,
    ],
    [{ 'messages:tok+messages:tok': atMost('n') }, /messages of type “tok” stand there twice/],
    [{ 'time:informd': atMost('n') }, /no mark “informd”; did you mean informed\?/],
    [{ 'time:zzz': atMost('n') }, /declare marks: \['informed','done','zzz'\]/],
    [{ 'column:dept': atMost('n') }, /no column “dept”; did you mean depth\?/],
    [{ 'bits:most': atMost('n') }, /there is no such measure/],
    [
      { messages: exactly('Q', { where: { Q } }), time: exactly('Q', { where: { Q: other } }) },
      /where\.Q is “another”, but in another claim “one thing”; choose another symbol/,
    ],
    [
      { time: { ...exactly('Q'), where: { Q: { description: 'both', value: () => 1, final: () => 1 } } } },
      /expected a quantity: \{ description, value \}, or finalQuantity/,
    ],
  ]
  for (const [claims, message] of cases)
    assert.throws(
      () => assertClaims(own(claims)),
      (error) => error instanceof InputError && message.test(error.message),
      JSON.stringify(claims),
    )
  assert.doesNotThrow(() => assertClaims(own({ messages: exactly('Q', { where: { Q } }) })))
})

test('a mark that is not listed, and a size that is no number, fail the run and its record alike', () => {
  const misspelt = { ...algorithm, marks: ['done'] }
  const endless = {
    ...algorithm,
    bits: { ...algorithm.bits, tok: (_: unknown, m: object) => (m as { hop: number }).hop },
  }
  for (const [wrong, reason] of [
    [misspelt, /makes the mark “informed”, which is not in the algorithm's marks: \['done'\]/],
    [endless, /sends ⟨tok⟩ of undefined bits/],
  ] as const) {
    const claimless = { ...wrong, claims: {} } as AnyAlgorithm
    const { lines, execution } = record(claimless, { topology: 'path', n: 3, seed: 1, inputs: 'root=first' })
    assert.ok(execution.outcome.kind === 'failed' && reason.test(execution.outcome.reason))
    assert.match(lines.at(-1)!, /"outcome":"failed"/)
    assert.match(
      verifyLines(lines, claimless).first_error!.problem,
      /^comp\(0\) at 0: the algorithm throws: /,
    )
  }
})

test('a claim about a column whose values are no numbers is an error that names it', () => {
  const columns = { depth: { description: 'in words', read: () => 'deep' } }
  const wrong = { ...algorithm, columns } as AnyAlgorithm
  assert.throws(
    () => runLockstep(wrong, path(3)),
    /the column depth, which gives "deep"; it must be a number/,
  )
})
