import assert from 'node:assert/strict'
import { test } from 'node:test'
import { randomisedConsensus } from '../../../algorithms/index.ts'
import {
  executeShared,
  exploreObject,
  formalShared,
  type LineNumber,
  type SharedObject,
  schedulers,
} from '../../../engine/index.ts'
import { asked } from '../../helpers/asked.ts'
import fc from '../../helpers/property.ts'

type Line = (state: object, variables: Variables) => ReturnType<Register['await']>
type Register = { await(condition: () => boolean, next: LineNumber): object }
type Variables = { readonly register: { at(p: number): Register } }
type Rounds = { readonly i: number; readonly mine: { readonly rounds: readonly { readonly walk: number }[] } }

/**
 * The same up to so many rounds and so far walks: who would go beyond waits for ever. So there are finitely many configurations, and
 * all that can come to pass until then does so in them.
 */
function upTo(rounds: number, walk: number): SharedObject {
  const lines = randomisedConsensus.operations.propose as unknown as Record<LineNumber, Line>
  const isBeyond = ({ mine }: Rounds) =>
    mine.rounds.length > rounds || mine.rounds.some((round) => Math.abs(round.walk) > walk)
  const cut =
    (line: Line): Line =>
    (state, variables) =>
      isBeyond(state as Rounds)
        ? variables.register.at((state as Rounds).i).await(() => false, 1)
        : line(state, variables)
  const propose = Object.fromEntries(Object.entries(lines).map(([number, line]) => [number, cut(line)]))
  return {
    ...randomisedConsensus,
    operations: { propose },
    progress: 'blocking',
    claims: {},
  } as unknown as SharedObject
}

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

for (const [values, rounds, walk] of [
  [[0, 1], 2, 2],
  [[1, 1], 2, 2],
] as const)
  test(`two that propose ${values.join(' and ')} agree on a value that was proposed, in all interleavings and whatever coins show, for ${rounds} rounds`, () => {
    const object = upTo(rounds, walk)
    const found = exploreObject(object, { n: 2, calls: asking(...values), costs: false })
    assert.equal(found.violation, null)
    assert.equal(found.complete, true)
  })

test('if nobody saw another value, or nobody a proposal that is sure, an exploration would find two decisions', () => {
  // Without sure proposals the walk of one alone has to come to the barrier, 4 away.
  for (const [line, walk] of [
    [2, 2],
    [4, 4],
  ] as const) {
    const found = exploreObject(blindAt(line, walk), { n: 2, calls: asking(0, 1), costs: false })
    assert.equal(found.violation?.property, 'linearizable')
  }
})

/** The same with a collect in which everyone reads its own register in the place of all others. */
function blindAt(line: number, walk: number): SharedObject {
  const object = upTo(2, walk)
  const lines = object.operations as unknown as { readonly propose: Record<LineNumber, Line> }
  const blind: Line = (state, { register }) => {
    const s = state as { i: number; j: number }
    const own = { register: { at: (p: number) => register.at(p === s.j ? s.i : p) } }
    return lines.propose[line]!(state, own as Variables)
  }
  return {
    ...object,
    operations: { propose: { ...lines.propose, [line]: blind } },
  } as unknown as SharedObject
}

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
