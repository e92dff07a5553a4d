import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hirschbergSinclair, lcr } from '../../../algorithms/index.ts'
import { allClaims, type Cell, execute, judge } from '../../../engine/index.ts'
import type { ClaimData } from '../../../experiments/cell/claim-data.ts'
import type { Row } from '../../../experiments/cell/row.ts'
import { CellBuilder, readFile, runCell } from '../../../experiments/index.ts'
import { answer } from '../../../reports/answer/answer.ts'
import { analyse, claimVerdicts } from '../../../reports/index.ts'
import { chanceOfMissing } from '../../../reports/statistics/chance.ts'
import { verdictText } from '../../../reports/wording/verdict-text.ts'
import {
  doubling,
  makeAlgorithm,
  makeClaim,
  makeManifest,
  makeRow,
  range,
  ringElection,
  treeSweep,
} from '../../helpers/samples.ts'

test('claims that hold are said to hold on all the runs that show them', () => {
  const results = treeSweep({ sizes: [16, 64], replicates: 4 })
  const verdicts = claimVerdicts(results)
  // Four topologies, two sizes, four replicates: 32 runs of each algorithm.
  assert.deepEqual([...new Set(verdicts.map(verdictText))], ['held on all 32 runs'])
  assert.equal(answer(results).text.split('. ').at(-1), 'All 96 runs kept their claims.')
})

test('each of several claims about one measure gets the runs that it applies to', () => {
  const results = ringElection({ sizes: [16, 64], replicates: 10 })
  const texts = claimVerdicts(results).map((verdict) => [verdict.claim.formula, verdict.applied])
  assert.deepEqual(texts, [
    ['n(n + 3)/2', 20],
    ['3n - 1', 20],
    ['n H(n) + n', 20],
    ['3n - 1', 60],
    ['8n ceil(log2(n)) + 6n', 60],
    ['8n', 60],
  ])
})

const verdictsOn = (rows: Row[], claims: readonly ClaimData[]) => {
  const results = analyse(rows, makeManifest(rows, [makeAlgorithm('flooding', 'Flooding', claims)]))
  return { results, verdicts: claimVerdicts(results) }
}

test('a violated claim is named with the number of its runs, also where another claim holds for the group', () => {
  const usual = makeClaim({ formula: 'n + 1' })
  const wrong = makeClaim({ kind: 'at most', formula: '20' })
  const held = (replicate: number) =>
    makeRow({
      replicate,
      messages: 17,
      messages_claim: 17,
      messages_verdict: 'held',
      shows: [usual],
      also: [[wrong, 20, 'held']],
    })
  const broken = makeRow({
    messages: 21,
    messages_claim: 20,
    messages_verdict: 'violated',
    shows: [wrong],
    also: [[usual, 17, 'violated']],
  })
  const { results, verdicts } = verdictsOn([held(0), held(1), broken], [usual, wrong])
  assert.deepEqual(verdicts.map(verdictText), ['violated in 1 of 3 runs', 'violated in 1 of 3 runs'])
  assert.deepEqual(
    verdicts.map(({ violations }) => violations),
    [[broken], [broken]],
  )
  // By hand, n + 1 = 17: the broken run is the farthest from either claim.
  assert.deepEqual(
    verdicts.map(({ extreme }) => extreme?.ratio),
    [21 / 17, 21 / 20],
  )
  assert.equal(
    answer(results).details[0],
    'Flooding broke its claim of at most 20 (messages) in 1 of 3 runs.',
  )
})

test('claims about bits and about one type of message are judged from their own columns', () => {
  const claims = [
    makeClaim({ measure: 'bits', kind: 'at most', formula: '32n' }),
    makeClaim({ measure: 'messages:parent', formula: 'n - 1' }),
  ]
  const row = makeRow({
    bits: 256,
    extra: { messages_parent: 16 },
    also: [
      [claims[0]!, 512, 'held'],
      [claims[1]!, 15, 'violated'],
    ],
  })
  const { verdicts } = verdictsOn([row], claims)
  assert.deepEqual(
    verdicts.map((verdict) => [verdictText(verdict), verdict.extreme?.ratio]),
    [
      ['held on the only run', 0.5],
      ['violated in 1 of 1 run', 16 / 15],
    ],
  )
})

test('a claim whose condition no run met is not tested, nor a growth at one size, nor a run that was cut short', () => {
  const never = makeClaim({ formula: 'n', when: 'n is a power of two' })
  const order = makeClaim({ kind: 'order', formula: 'n', over: 'worst case' })
  const exact = makeClaim({ formula: 'n + 1' })
  const cut = makeRow({
    outcome: 'budget',
    messages_claim: 17,
    messages_verdict: 'not checked',
    shows: [exact],
    also: [[order, 16, 'not checked']],
  })
  const whole = makeRow({ messages_claim: 17, shows: [exact], also: [[order, 16, 'not checked']] })
  const words = (...rows: Row[]) => verdictsOn(rows, [never, order, exact]).verdicts.map(verdictText)
  assert.deepEqual(words(cut), [
    'not tested by this sweep: no run meets its condition (delays: uniform on (0, 1]; wake-up: all wake at time 0; inputs: random identifiers)',
    'undecided: too few sizes',
    'not tested by this sweep: the only run to which it applies did not come to an end',
  ])
  assert.equal(words(cut, whole, whole)[2], 'held on all 2 runs; 1 run not checked')
})

test('a claim that no run could be held to says why', () => {
  const why = (claim: ClaimData, ...rows: Row[]) =>
    verdictText(verdictsOn(rows, [claim]).verdicts[0]!).replace('not tested by this sweep: ', '')
  const unit = makeClaim({ formula: 'n', when: 'it is so', about: ['delays', 'wake-up'] })
  assert.equal(
    why(unit, makeRow({ wakeup: 'root' }), makeRow({ delay: 'exponential', wakeup: 'root' })),
    'no run meets its condition (delays: uniform on (0, 1] and exponential; wake-up: the root alone wakes)',
  )
  const random = makeClaim({ kind: 'expected', formula: 'n', when: 'it is so', about: ['inputs'] })
  assert.equal(
    why(random, makeRow({ inputs: 'ids=worst' })),
    'no run meets its condition (inputs: worst identifiers)',
  )
  const mean = {
    messages_claim: 16,
    messages_verdict: 'not checked',
    shows: [random],
  } as const
  assert.equal(why(random, makeRow(mean)), 'a mean needs at least two finished runs of a group')
  const bits = makeClaim({ measure: 'bits', formula: 'n' })
  assert.equal(why(bits, makeRow()), 'the algorithm does not say how large its messages are')
  const parents = makeClaim({ measure: 'messages:parent', formula: 'n' })
  assert.equal(why(parents, makeRow()), 'messages of the type parent were not measured')
  assert.equal(why(bits, makeRow({ outcome: 'failed', messages: null, time: null })), 'no run came to an end')
  assert.equal(why(bits), 'no run of the algorithm is in the results')
  const wide = makeClaim({ kind: 'at most', formula: 'n + D' })
  const unknown = makeRow({
    n: 65536,
    diameter: null,
    messages_verdict: 'not checked',
    shows: [wide],
  })
  assert.equal(
    why(wide, unknown, unknown),
    'its value is not known for all 2 runs to which it applies: the diameter was not measured (n from 65,536)',
  )
})

test('chance alone makes at least 1 of 20 intervals miss in 64% of sweeps, 2 in 26%, 4 in 1.6%', () => {
  // By hand: 1 − 0.95^20 = 0.6415; less 20 · 0.05 · 0.95^19 = 0.3774: 0.2642; four or more: 0.0159 (binomial tables).
  for (const [missed, chance] of [
    [0, 1],
    [1, 0.6415],
    [2, 0.2642],
    [4, 0.0159],
  ] as const)
    assert.ok(
      Math.abs(chanceOfMissing(missed, 20) - chance) < 5e-5,
      `${missed}: ${chanceOfMissing(missed, 20)}`,
    )
  assert.ok(Math.abs(chanceOfMissing(1, 1) - 0.05) < 1e-12)
  assert.ok(chanceOfMissing(900, 10_000) < 1e-12)
})

/** Groups of three runs each, whose mean is what is claimed of it, or is not. */
const means = (right: number, wrong: number) => {
  const claim = makeClaim({ kind: 'expected', formula: 'n', over: 'expectation' })
  const rows = range(right + wrong).flatMap((group) =>
    [-1, 0, 1].map((deviation, replicate) => {
      const n = 16 + group
      return makeRow({
        n,
        replicate,
        seed: replicate,
        messages: n + deviation + (group < right ? 0 : 100),
        messages_claim: n,
        messages_verdict: 'not checked',
        shows: [claim],
      })
    }),
  )
  return { rows, text: verdictText(verdictsOn(rows, [claim]).verdicts[0]!), claim }
}

test('a claimed mean is inconsistent with the sweep only if more intervals miss it than chance explains', () => {
  assert.equal(means(20, 0).text, 'consistent: the 95% interval contains it in all 20 groups')
  assert.equal(
    means(18, 2).text,
    'consistent: the 95% interval misses it in 2 of 20 groups (chance alone gives as many in 26% of sweeps)',
  )
  assert.equal(
    means(16, 4).text,
    'inconsistent: the 95% interval misses it in 4 of 20 groups (chance alone gives as many in 1.6% of sweeps)',
  )
  assert.match(means(0, 1).text, /^inconsistent: .* 1 of 1 group .*in 5% of sweeps/)
  assert.match(means(0, 20).text, /in less than 0.1% of sweeps/)
})

test('a claimed growth is consistent where some costs grow like it and none faster, inconsistent where some do', () => {
  const order = (formula: string, measure: 'messages' | 'time' = 'messages') =>
    makeClaim({ measure, kind: 'order', formula, over: 'worst case' })
  const rows = doubling(16, 1024).flatMap((n) =>
    range(5).flatMap((replicate) =>
      ['ids=worst', 'ids=best'].map((inputs) =>
        makeRow({
          n,
          inputs,
          replicate,
          messages: (inputs === 'ids=worst' ? n * n : 3 * n) + replicate,
          time: n,
          also: ['n', 'n^2'].flatMap((formula) => [
            [order(formula), 1, 'not checked'] as const,
            [order(formula, 'time'), 1, 'not checked'] as const,
          ]),
        }),
      ),
    ),
  )
  const text = (formula: string) => verdictText(verdictsOn(rows, [order(formula)]).verdicts[0]!)
  assert.equal(text('n^2'), 'consistent: the messages grow like that (Ring, worst identifiers)')
  assert.equal(text('n'), 'inconsistent: the messages grow faster (Ring, worst identifiers)')
  const time = (formula: string) => verdictText(verdictsOn(rows, [order(formula, 'time')]).verdicts[0]!)
  assert.equal(time('n'), 'consistent: the time grows like that (Ring, worst identifiers)')
  assert.equal(
    time('n^2'),
    'undecided: the sampled time does not grow faster; whether the largest grows like that is open',
  )
})

test('the same sample under several delays is one sample', () => {
  const { rows, claim } = means(0, 1)
  const again = rows.map((row) => ({ ...row, delay: 'exponential' }))
  const [verdict] = verdictsOn([...rows, ...again], [claim]).verdicts
  assert.deepEqual([verdict!.inconsistent, verdict!.consistent], [1, 0])
})

test('of a bound from below, the run with the smallest ratio is the nearest', () => {
  const least = makeClaim({ kind: 'at least', formula: 'n' })
  const rows = [20, 17, 32].map((messages, replicate) =>
    makeRow({ messages, replicate, messages_claim: 16, messages_verdict: 'held', shows: [least] }),
  )
  assert.equal(verdictsOn(rows, [least]).verdicts[0]!.extreme!.row, rows[1])
})

test('equal formulas under different conditions are different claims, and no name is taken for a part of another', () => {
  const claims = [
    makeClaim({ formula: 'n', when: 'the moon is full' }),
    makeClaim({ formula: 'n', when: 'it rains; or snows' }),
    makeClaim({ kind: 'at most', formula: 'n' }),
    makeClaim({ kind: 'at most', formula: 'n + 1' }),
  ]
  const row = makeRow({
    messages: 17,
    also: [
      [claims[1]!, 16, 'violated'],
      [claims[3]!, 17, 'held'],
    ],
  })
  assert.deepEqual(
    verdictsOn([row], claims).verdicts.map(({ held, violations }) => [held, violations.length]),
    [
      [0, 0],
      [0, 1],
      [0, 0],
      [1, 0],
    ],
  )
})

test('from real runs, each claim has the verdicts that the judge of the engine gives', () => {
  const builder = new CellBuilder(readFile)
  const cells = [lcr, hirschbergSinclair].flatMap((algorithm) =>
    ['random', 'ids=worst'].flatMap((inputs) =>
      ['constant', 'uniform'].flatMap((delay) =>
        range(4).map((replicate) => {
          const cell: Cell = {
            algorithm: algorithm.name,
            timing: 'asynchronous',
            topology: 'ring',
            n: 8,
            delay,
            wakeup: replicate < 2 ? 'all' : 'random:k=2',
            faults: 'none',
            inputs,
            replicate,
            seed: replicate,
          }
          const { instance, timing, setting } = builder.prepare(algorithm, cell)
          const judgements = judge(
            algorithm,
            setting,
            execute(algorithm, instance, timing, { seed: replicate }),
          )
          const row = runCell(algorithm, cell, { experiment: 'sample', budget: {}, builder })
          return { algorithm, row, judgements }
        }),
      ),
    ),
  )
  for (const algorithm of [lcr, hirschbergSinclair]) {
    const own = cells.filter((cell) => cell.algorithm === algorithm)
    const all = allClaims(algorithm)
    const claims = all.map(({ id, measure, claim }) =>
      makeClaim({ id, measure, kind: claim.kind, formula: claim.formula, when: claim.when?.text ?? null }),
    )
    const rows = own.map(({ row }) => row)
    const manifest = makeManifest(rows, [makeAlgorithm(algorithm.name, algorithm.name, claims)])
    const counted = claimVerdicts(analyse(rows, manifest)).map(
      ({ applied, held, consistent, inconsistent }) => [applied, held, consistent + inconsistent > 0],
    )
    const judged = all.map(({ claim }) => {
      const about = own.flatMap(({ judgements }) => judgements.filter((one) => one.claim === claim))
      return [
        about.length,
        about.filter(({ verdict }) => verdict === 'held').length,
        claim.kind === 'expected',
      ]
    })
    assert.deepEqual(counted, judged)
  }
})
