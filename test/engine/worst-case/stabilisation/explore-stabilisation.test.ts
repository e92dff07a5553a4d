import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { counting, selfStabilisingTree } from '../../../../algorithms/index.ts'
import {
  type Algorithm,
  type AnyAlgorithm,
  buildTopology,
  ComputedInstance,
  exploreStabilisation,
  InputError,
  Random,
  runScript,
  scriptedRun,
} from '../../../../engine/index.ts'
import fc from '../../../helpers/property.ts'

const on = (topology: string, n: number, f = 0): ComputedInstance => {
  const network = buildTopology(topology, { n, stream: new Random(1, 2, 3, 4), readFile: () => '' })
  return new ComputedInstance(network, { ids: Array.from({ length: n }, (_, p) => p), f })
}

const tableOf = (lines: string): AnyAlgorithm => counting.with(`table=${hashOf(lines)}`, () => lines)

/** Members of a family are known by their parameters, so each table has a name of its own. */
const hashOf = (text: string): string => Buffer.from(text).toString('hex')

/** Synchronous counting of suomela/counting, whose exact stabilisation times stand in the names of its files. */
const folder = '../shared/data/counting'
for (const [name, n, published] of [
  ['alg-4-4-1-5', 4, 5],
  ['alg-3-5-1-4', 5, 4],
  ['alg-3-6-1-3-c', 6, 3],
] as const)
  test(
    `${name}: with one liar of ${n} the slowest execution takes the published ${published} rounds`,
    { skip: existsSync(folder) ? false : `there are no tables in ${folder}` },
    () => {
      const path = `${folder}/${name}.txt`
      const algorithm = counting.with(`table=${path}`, () => readFileSync(path, 'utf8'))
      const instance = on('complete', n, 1)
      const found = exploreStabilisation(algorithm, instance, { most: 1 })
      assert.equal(found.rounds, published)
      assert.equal(found.exhausted, true)
      const states = Number(name.split('-')[1])
      // All states of all, and with each of n liars all states of the others.
      assert.equal(found.beginnings, states ** n + n * states ** (n - 1))
      // The engine itself takes as long where everything happens as in the slowest execution.
      const { execution } = runScript(algorithm, scriptedRun(algorithm, instance, found.slowest!.script))
      assert.equal(execution.outcome.kind, 'quiescent')
      assert.equal(execution.measures.time, published)
    },
  )

test('one round after the start all do what most show: four that see the same count after one round', () => {
  const algorithm = counting.with('')
  const found = exploreStabilisation(algorithm, on('complete', 4), { most: 0 })
  assert.deepEqual([found.rounds, found.beginnings, found.configurations], [1, 16, 16])
  assert.equal(exploreStabilisation(counting.with('modulo=3'), on('complete', 3), { most: 0 }).rounds, 1)
})

test('a liar keeps two halves of the others from ever counting together, which a cycle shows', () => {
  const algorithm = counting.with('')
  const instance = on('complete', 4, 1)
  const { flaw, rounds, exhausted } = exploreStabilisation(algorithm, instance, { most: 1 })
  assert.deepEqual([flaw!.kind, rounds, exhausted], ['never', null, false])
  const shown = flaw!.states.map((states) => JSON.stringify(states))
  assert.equal(shown[flaw!.from!], shown.at(-1))
  const { execution } = runScript(algorithm, scriptedRun(algorithm, instance, flaw!.script))
  assert.equal(execution.outcome.kind, 'budget')
  const shownAtEnd = execution.final.states.map((state) => (state as { value: number }).value)
  const [liar] = flaw!.script.liars
  assert.ok(new Set(shownAtEnd.filter((_, p) => p !== liar)).size > 1)
})

test('random tables: the longest path of the exploration is what a fixed point over all configurations gives', () => {
  // Three processors with three states: 27 lines of three digits; 000 and 111 must lead to each other.
  const digit = fc.nat(2)
  let [never, times] = [0, 0]
  fc.assert(
    fc.property(
      fc.array(digit, { minLength: 81, maxLength: 81 }),
      fc.nat(2),
      fc.nat(1),
      (digits, bias, f) => {
        const lines = Array.from({ length: 27 }, (_, row) => {
          const seen = row.toString(3).padStart(3, '0')
          // Biased towards few different states, or no table would ever stabilise.
          const next = digits
            .slice(3 * row, 3 * row + 3)
            .map((one) => (one <= bias ? Number(row % 2 === 0) : one))
          if (seen === '000') return '000 111'
          return seen === '111' ? '111 000' : `${seen} ${next.join('')}`
        }).join('\n')
        const algorithm = tableOf(`${lines}\n# f = ${f}`)
        const instance = on('complete', 3, f)
        const { rounds, flaw } = exploreStabilisation(algorithm, instance, { most: f })
        const T = algorithm.claims!.time!
        const { value } = [T].flat()[0]!.where!.T as { value(of: ComputedInstance): number }
        const expected = value(instance)
        if (flaw !== null) never++
        else times += rounds!
        assert.equal(flaw === null ? rounds : Number.POSITIVE_INFINITY, expected)
      },
    ),
    { numRuns: 150, seed: 3 },
  )
  assert.ok(never > 10 && times > 10, `${never} never, ${times} rounds`)
})

test('the tree takes n + e rounds on a path and on a triangle, and no more from any state', () => {
  // By hand, on a path with the root at its end: a ghost that all remember at distance 0 is at distance 2 after round 2,
  // forgotten after round 3 = n, when everyone is its own root; the root is known e = 2 rounds later.
  const tree = selfStabilisingTree.with('')
  const path = exploreStabilisation(tree, on('path', 3), { most: 0 })
  assert.deepEqual([path.rounds, path.exhausted], [5, true])
  // States: 4 identifiers, 3 distances, and one parent more than there are neighbours: 24 · 36 · 24.
  assert.equal(path.beginnings, 20_736)
  assert.equal(exploreStabilisation(tree, on('complete', 3), { most: 0 }).rounds, 4)
})

test('without a bound on distances a ghost is remembered for as long as one looks', () => {
  const tree = selfStabilisingTree.with('bound=none')
  const found = exploreStabilisation(tree, on('path', 3), { most: 0, states: 500 })
  assert.equal(found.exhausted, false)
  assert.ok(found.rounds! > 400, `${found.rounds}`)
})

/** Everyone adds one up to three; two is called legitimate, and is left. */
const passing: Algorithm<{ value: number }, { readonly type: 'tick' }, { readonly value: number }> = {
  name: 'passing',
  requires: { synchronous: true, initiators: 'together' },
  tolerates: ['arbitrary-state'],
  terminates: false,
  initially: () => ({ value: 0 }),
  uponStart: (p) => p.sendToAll({ type: 'tick' }),
  uponRound(p, state) {
    state.value = Math.min(3, state.value + 1)
    p.sendToAll({ type: 'tick' })
  },
  stabilises: {
    arbitrarily: (_, choose) => ({ value: choose(4) }),
    legitimate: ({ states }) => states.every(({ value }) => value >= 2) || 'somebody is below two',
  },
}

test('a legitimate configuration that is left is found', () => {
  const sound = exploreStabilisation(passing as AnyAlgorithm, on('path', 2), { most: 0 })
  // By hand: from 0 it takes two rounds to come to 2.
  assert.deepEqual([sound.rounds, sound.flaw], [2, null])
  const onlyTwo = {
    ...passing,
    stabilises: {
      ...passing.stabilises!,
      legitimate: ({ states }) => states.every(({ value }) => value === 2) || 'somebody is not at two',
    },
  } satisfies typeof passing
  const { flaw } = exploreStabilisation(onlyTwo as AnyAlgorithm, on('path', 2), { most: 0 })
  assert.deepEqual([flaw!.kind, flaw!.reason], ['leaves', 'somebody is not at two'])
})

test('what cannot be explored is refused', () => {
  const silent = { ...(passing as AnyAlgorithm) }
  delete (silent as { stabilises?: unknown }).stabilises
  assert.throws(() => exploreStabilisation(silent, on('path', 2), { most: 0 }), InputError)
  assert.throws(
    () => exploreStabilisation(passing as AnyAlgorithm, on('path', 2), { most: 1 }),
    /passing does not say which messages there may be/,
  )
})
