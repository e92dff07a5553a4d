import assert from 'node:assert/strict'
import { test } from 'node:test'
import { randomisedConsensus } from '../../../algorithms/index.ts'
import {
  executeShared,
  exploreChance,
  exploreObject,
  formalShared,
  type LineNumber,
  type LocalCoin,
  type SharedObject,
  schedulers,
} from '../../../engine/index.ts'
import { asked } from '../../helpers/asked.ts'
import fc from '../../helpers/property.ts'

type Line = (state: object, variables: Variables) => object
interface Variables {
  readonly coin: LocalCoin
  readonly register: { at(p: number): { await(condition: () => boolean, next: LineNumber): object } }
}
interface Rounds {
  readonly i: number
  readonly mine: { readonly rounds: readonly { readonly walk: number }[] }
  preference: number
}

const lines = randomisedConsensus.operations.propose as unknown as Readonly<Record<LineNumber, Line>>

/** The same up to where some processor is beyond: that one waits for ever. So there are finitely many configurations. */
function upTo(isBeyond: (rounds: Rounds['mine']['rounds']) => boolean, own = lines): SharedObject {
  const cut =
    (line: Line): Line =>
    (state, variables) => {
      const { i, mine } = state as Rounds
      return isBeyond(mine.rounds) ? variables.register.at(i).await(() => false, 1) : line(state, variables)
    }
  const propose = Object.fromEntries(Object.entries(own).map(([number, line]) => [number, cut(line)]))
  const object = { ...randomisedConsensus, operations: { propose }, progress: 'blocking', claims: {} }
  return object as unknown as SharedObject
}

/**
 * The same for so many rounds with one flip in the place of each random walk. Whatever a walk comes to, a flip can show, so what is
 * said of all that coins can show holds of walks.
 */
const withFlips = (rounds: number, own = lines): SharedObject =>
  upTo(({ length }) => length > rounds, {
    ...own,
    5: (state, { coin }) =>
      coin.flip((side) => {
        ;(state as Rounds).preference = side
        return 1
      }),
  })

const asking = (...values: number[]) =>
  asked(
    randomisedConsensus,
    values.map((value) => [`propose(${value})`]),
  )

test('alone, it says its value, proposes it and decides, and collects twice between: 2n + 3 accesses', () => {
  for (const n of [1, 2, 5]) {
    const { configurations, steps } = alone(n)
    // By hand: a write, n reads, a write, n reads, a write.
    const kinds = ['write', ...Array(n).fill('read'), 'write', ...Array(n).fill('read'), 'write']
    assert.deepEqual(
      steps.map(({ kind }) => kind),
      kinds,
    )
    assert.equal(steps.at(-1)!.answer, 1)
    assert.ok(configurations.length > 0)
  }
})

function alone(n: number): formalShared.SharedMemoryExecution {
  const calls = [...asking(1), ...Array.from({ length: n - 1 }, () => [])]
  const passages = calls.map(({ length }) => length)
  const initial = formalShared.initialSharedConfiguration({
    algorithm: randomisedConsensus,
    n,
    passages,
    calls,
  })
  const result = formalShared.sharedExec(initial, Array(2 * n + 3).fill(0))
  assert.ok(result.kind === 'execution')
  return result.execution
}

for (const [values, rounds] of [
  [[0, 1], 3],
  [[0, 1, 1], 2],
] as const)
  test(`of processors that propose ${values.join(', ')} all decide the same, which was proposed, in all interleavings of ${rounds} rounds, whatever coins show`, () => {
    const found = exploreObject(withFlips(rounds), {
      n: values.length,
      calls: asking(...values),
      costs: false,
    })
    assert.equal(found.violation, null)
    assert.equal(found.complete, true)
  })

test('two that walk so far decide the same, and those who propose the same never flip a coin', () => {
  const far = upTo((all) => all.length > 2 || all.some(({ walk }) => Math.abs(walk) > 2))
  for (const values of [
    [0, 1],
    [1, 1],
  ]) {
    const found = exploreObject(far, { n: 2, calls: asking(...values), costs: false })
    assert.deepEqual([found.violation, found.complete], [null, true])
  }
  // 2n + 3 steps of each, or fewer where one finds that the other has decided.
  const { endless, expected } = exploreChance(far, { n: 2, calls: asking(1, 1) })
  assert.equal(endless, null)
  assert.equal(expected!.flips.max.upper, 0)
  assert.ok(Math.abs(expected!.steps.max.upper - 2 * 7) < 1e-6)
})

test('if nobody saw another value, or nobody a proposal that is sure, an exploration would find two decisions', () => {
  for (const line of [2, 4]) {
    const found = exploreObject(withFlips(2, blindAt(line)), { n: 2, calls: asking(0, 1), costs: false })
    assert.equal(found.violation?.property, 'linearizable')
  }
})

/** The lines with a collect in which everyone reads its own register in the place of all others. */
const blindAt = (line: number): typeof lines => ({
  ...lines,
  [line]: (state, { coin, register }) => {
    const { i, j } = state as { i: number; j: number }
    return lines[line]!(state, { coin, register: { at: (p) => register.at(p === j ? i : p) } })
  },
})

test('whatever 300 random processors propose under any scheduler, all answer one of these, and others find it decided', () => {
  const names = schedulers.entries.map(({ name }) => name)
  const runs = fc.record({
    values: fc.array(fc.nat(1), { minLength: 1, maxLength: 6 }),
    scheduler: fc.constantFrom(...names),
    seed: fc.nat(10_000),
  })
  fc.assert(
    fc.property(runs, ({ values, scheduler, seed }) => {
      const calls = asking(...values).map((own) => [...own, ...own])
      const { outcome, history } = executeShared(randomisedConsensus, {
        n: values.length,
        calls,
        scheduler,
        seed,
        history: true,
      })
      assert.deepEqual(outcome, { kind: 'terminated' })
      const answers = new Set(history!.flatMap((event) => (event.kind === 'response' ? [event.result] : [])))
      assert.equal(answers.size, 1)
      assert.ok(values.includes([...answers][0] as number))
    }),
    { numRuns: 300 },
  )
})
