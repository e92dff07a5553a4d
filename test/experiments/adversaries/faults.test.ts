import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eigByzantine, floodset } from '../../../algorithms/index.ts'
import { type AnyAlgorithm, consensus, type FaultViolation, shrinkScript } from '../../../engine/index.ts'
import { recordScript } from '../../../experiments/index.ts'
import { completeInstance, exploreOn } from '../../engine/worst-case/resilience/on-complete.ts'
import { shownBy, verifyLines } from '../../helpers/record.ts'

const correctOnly = { ...floodset, properties: { agreement: consensus.agreement } }

for (const [title, algorithm, [n, f], faults] of [
  ['two crashes break FloodSet in two rounds', floodset, [4, 1], 'crash:f=2'],
  ['an omission breaks FloodSet', correctOnly, [3, 1], 'omission:f=1'],
  ['a liar among three breaks exponential information gathering', eigByzantine, [3, 1], 'byzantine:f=1'],
] as const)
  test(`${title}, in a recorded execution that is legal and says so`, () => {
    const instance = completeInstance(n, f)
    const any = algorithm as AnyAlgorithm
    const found = exploreOn(any, [n, f], faults).violations[0]!
    const { script, property } = shrinkScript(any, instance, found)!
    const setting = { identifiers: 'given', beyond: 'it is asked for' }
    const { lines, execution } = recordScript({ algorithm: any, setting }, instance, script)
    assert.equal(execution.outcome.kind, 'violated')
    const text = lines.join('').trimEnd().split('\n')
    assert.match(shownBy(text, any), new RegExp(`^${property}: `))
    // Where the property is another one, which holds, it is no counterexample.
    const holds = { ...any, properties: { [property]: { kind: 'safety', check: () => true } } }
    assert.match(
      verifyLines(text, holds as AnyAlgorithm).first_error!.problem,
      new RegExp(`says that it violates the property ${property}, but it does not`),
    )
  })

test('what breaks FloodSet is made small', () => {
  const instance = completeInstance(5, 1)
  const any = floodset as AnyAlgorithm
  const lavish: FaultViolation = {
    property: 'agreement',
    reason: '',
    script: {
      values: [0, 1, 1, 1, 1],
      crashes: [
        { processor: 0, round: 0, receivers: [1] },
        { processor: 1, round: 1, receivers: [2] },
      ],
      ...{ omissions: [], liars: [4], lies: [] },
    },
  }
  const { script } = shrinkScript(any, instance, lavish)!
  // The liar that does not lie is not needed; p_1 may tell all but one; that p_2 or p_3 or p_4 has 1 makes no difference.
  assert.deepEqual(script.liars, [])
  assert.deepEqual(
    script.crashes.map(({ processor, round }) => [processor, round]),
    [
      [0, 0],
      [1, 1],
    ],
  )
  assert.equal(script.crashes[1]!.receivers.length, 3)
})
