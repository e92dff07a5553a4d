import assert from 'node:assert/strict'
import { test } from 'node:test'
import { oralMessages } from '../../../algorithms/index.ts'
import { assertDisagreement, complete, decisions, lies } from '../../helpers/consensus.ts'
import fc from '../../helpers/property.ts'
import { runCell, violations } from '../../helpers/run.ts'

test('a commander and three lieutenants of whom one may lie send nine messages in two rounds', () => {
  // By hand: the commander sends 3, then each of 3 lieutenants passes the order on to 2: 3 + 6 = 9.
  const judged = runCell(
    oralMessages,
    complete({ n: 4, f: 1, inputs: 'ids=ascending,values=7+1+2+3', seed: 1 }),
  )
  assert.deepEqual(violations(judged), [])
  assert.equal(judged.execution.measures.messages, 9)
  assert.deepEqual(judged.execution.measures.marks, { decided: { first: 0, last: 2 } })
  assert.deepEqual(decisions(judged.execution), [7, 7, 7, 7])
})

test('seven processors of which two may lie send 6 + 6 · 5 + 6 · 5 · 4 messages in three rounds', () => {
  const judged = runCell(oralMessages, complete({ n: 7, f: 2, seed: 1 }))
  assert.deepEqual(violations(judged), [])
  assert.equal(judged.execution.measures.messages, 156)
  assert.deepEqual(judged.execution.measures.marks.decided, { first: 0, last: 3 })
})

test('lieutenants agree on the default when their commander is silent', () => {
  const judged = runCell(
    oralMessages,
    complete({
      n: 4,
      f: 1,
      inputs: 'ids=ascending,values=7+1+2+3',
      faults: 'byzantine:processors=0,strategy=silent',
      seed: 1,
    }),
  )
  assert.deepEqual(violations(judged), [])
  assert.deepEqual(decisions(judged.execution).slice(1), [0, 0, 0])
})

test('agreement, obedience, termination and all claims hold under 300 random lies, omissions and crashes', () => {
  const sizes = [
    [2, 0],
    [4, 1],
    [5, 1],
    [6, 1],
    [7, 2],
  ] as const
  fc.assert(
    fc.property(lies(sizes), (cell) => {
      assert.deepEqual(violations(runCell(oralMessages, cell)), [])
    }),
    { numRuns: 300, seed: 3 },
  )
})

test('of three generals one traitor can make a loyal lieutenant disobey', () => {
  // The commander says 1 and decides it. Lieutenant 1 is silent, which counts as 0: lieutenant 2 has one 1 and one 0, no
  // majority, and takes the default.
  const cell = complete({
    n: 3,
    f: 1,
    inputs: 'ids=ascending,values=1+0+0',
    faults: 'byzantine:processors=1,strategy=silent',
    seed: 1,
  })
  assertDisagreement(oralMessages, cell)
})

test('what is said to have come through another than its sender is not heard', () => {
  // Lieutenant 1 of a correct commander has 7; 2 passes 7 on; 3 says 9, and that 2 had said 9. By hand: 7, 7 and 9.
  const quiet = { degree: 3, send() {}, sendToAll() {}, terminate() {}, mark() {} } as never
  const state = oralMessages.initially({ value: 0, f: 1, id: 1, neighborIds: [0, 2, 3] })
  const order = (from: number, value: number, path: readonly number[]) => ({
    from,
    message: { type: 'order' as const, value, path },
  })
  oralMessages.uponRound!(quiet, state, [order(0, 7, [0])])
  oralMessages.uponRound!(quiet, state, [order(1, 7, [0, 2]), order(2, 9, [0, 2]), order(2, 9, [0, 3])])
  assert.equal(state.decided, 7)
})
