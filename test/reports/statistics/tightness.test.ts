import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import type { Row } from '../../../experiments/cell/row.ts'
import {
  analyse,
  claimVerdicts,
  evidenceWords,
  makeCharts,
  partWords,
  type Results,
  summaryCsv,
  tightness,
  tightnessColumns,
  tightnessCsv,
} from '../../../reports/index.ts'
import { effortWords, scopeWords } from '../../../reports/wording/evidence.ts'
import { scopeSentences } from '../../../reports/wording/scope-sentences.ts'
import { verdictText } from '../../../reports/wording/verdict-text.ts'
import {
  type GivenRow,
  makeAlgorithm,
  makeClaim,
  makeManifest,
  makeRow,
  worstCaseSweep,
} from '../../helpers/samples.ts'

const bound = makeClaim({ kind: 'at most', formula: '2n' })
const mean = makeClaim({ kind: 'expected', over: 'expectation', formula: 'n + 1' })

const row = (given: GivenRow): Row =>
  makeRow({ messages_claim: 32, messages_verdict: 'held', time: null, shows: [bound], ...given })

const results = (...rows: Row[]): Results =>
  analyse(rows, makeManifest(rows, [makeAlgorithm('flooding', 'Flooding', [bound, mean])]))

const sampled = (messages: number, replicate = 0) =>
  row({
    messages,
    replicate,
    also: [[mean, 17, 'not checked']],
  })

test('a worst case is in no group: means, charts of samples and claims about means never see it', () => {
  const samples = [16, 17, 18].map((messages, i) => sampled(messages, i))
  const found = results(
    ...samples,
    row({ evidence: 'searched', messages: 30 }),
    row({ evidence: 'exact', messages: 31 }),
  )
  const alone = results(...samples)
  assert.equal(summaryCsv(found), summaryCsv(alone))
  assert.deepEqual(found.groups, alone.groups)
  const [, expectation] = claimVerdicts(found)
  assert.deepEqual([expectation!.consistent, expectation!.applied], [1, 3])
})

test('what is not about worst cases is drawn from the sampled runs alone', () => {
  const { rows, worstCases, manifest } = worstCaseSweep()
  const sampled = rows.filter(({ evidence }) => evidence === 'sampled')
  // Figures name rows by their place in the table, so that the worst cases stand at its end.
  const all = analyse([...sampled, ...worstCases], manifest)
  const alone = analyse(sampled, manifest)
  const others = makeCharts(all).filter(({ name }) => !/^(worst-case|tightness)/.test(name))
  assert.ok(others.length > 3)
  assert.deepEqual(others, makeCharts(alone))
})

test('a verdict says of how many sampled, searched and exact costs it is', () => {
  const held = [sampled(16), sampled(17, 1), row({ evidence: 'searched', messages: 30 })]
  const verdict = (...rows: Row[]) => verdictText(claimVerdicts(results(...rows))[0]!)
  assert.equal(verdict(...held), 'held on 2 sampled runs and 1 searched worst case')
  const broken = row({ evidence: 'exact', messages: 33, messages_verdict: 'violated' })
  assert.equal(
    verdict(...held, broken),
    'violated in 1 exact worst case of 2 sampled runs, 1 searched and 1 exact worst case',
  )
})

test('the largest ratio of a claim may be that of a worst case', () => {
  const exact = row({ evidence: 'exact', messages: 32 })
  const { extreme } = claimVerdicts(results(sampled(16), exact))[0]!
  assert.deepEqual(extreme, { row: exact, ratio: 1 })
})

test('results are counted by their evidence', () => {
  const of = (...kinds: Row['evidence'][]) => kinds.map((evidence) => ({ evidence }))
  assert.equal(evidenceWords(of('sampled', 'sampled')), '2 runs')
  assert.equal(evidenceWords(of('exact')), '1 exact worst case')
  assert.equal(
    evidenceWords(of('sampled', 'searched', 'searched')),
    '1 sampled run and 2 searched worst cases',
  )
  assert.equal(partWords(of('sampled'), of('sampled', 'sampled', 'sampled')), '1 of 3 runs')
})

test('an exact cost is the maximum, whatever a search says; without one the largest of all is a lower estimate', () => {
  const best = (...rows: Row[]) => {
    const [found] = tightness(results(...rows))
    return [found!.cost, found!.evidence, found!.ratio]
  }
  const searched = row({ evidence: 'searched', messages: 24 })
  assert.deepEqual(best(sampled(16), searched, row({ evidence: 'exact', messages: 28 })), [
    28,
    'exact',
    28 / 32,
  ])
  assert.deepEqual(best(sampled(16), searched), [24, 'searched', 24 / 32])
  assert.deepEqual(best(sampled(25), searched), [25, 'sampled', 25 / 32])
  const forced = row({ evidence: 'forced', messages: 25 })
  assert.deepEqual(best(sampled(16), searched, forced), [25, 'forced', 25 / 32])
  const cut = row({ evidence: 'exact', outcome: 'budget', messages: 26 })
  assert.deepEqual(best(sampled(16), searched, cut), [26, 'explored in part', 26 / 32])
})

test('sampled runs are compared with a worst case only on the same network', () => {
  const on = (topology: string) =>
    tightness(
      results(
        row({ topology, messages: 40, replicate: 1 }),
        row({ topology, messages: 20 }),
        row({ topology, evidence: 'searched', messages: 30 }),
      ),
    )[0]!.sampled
  // All replicates are on the same ring; each has a random network of its own.
  assert.equal(on('ring'), 40)
  assert.equal(on('gnp:degree=8'), 20)
})

test('beside a searched cost stand the runs, how far the seeds come apart, and what was chosen', () => {
  const search = (messages: number, replicate: number) =>
    row({ evidence: 'searched', messages, replicate, extra: { runs: 500, chosen: 'schedule, root' } })
  const all = results(search(30, 0), search(24, 1), search(27, 2))
  const [found] = tightness(all)
  assert.deepEqual(
    [found!.searched, found!.searchedLeast, found!.searches, found!.runs, found!.chosen],
    [30, 24, 3, 500, 'schedule, root'],
  )
  assert.equal(effortWords(found!), '3 × 500 runs, 24 to 30')
  assert.equal(scopeWords(found!), 'schedule, root; all wake at time 0')
  // 24 is a fifth less than 30.
  const [effort, scope] = scopeSentences(tightness(all), all.manifest)
  assert.equal(effort, 'Searched: 500 runs from 3 seeds for each, whose best differ by up to 20%')
  assert.match(
    scope!,
    /^Looked for over every choice of schedule, root; all wake at time 0 \(.+\); an exact cost is/,
  )
  const [once] = scopeSentences(tightness(results(search(30, 0))), all.manifest)
  assert.equal(once, 'Searched: 500 runs from 1 seed for each, so that the spread over seeds is not known')
  const chart = makeCharts(all).find(({ name }) => name === 'tightness')!
  assert.ok(chart.caption.includes(effort!) && chart.caption.includes(scope!), chart.caption)
  const [line] = parse(tightnessCsv(all), { columns: true }) as Record<string, string>[]
  assert.deepEqual(
    [line!.searched, line!.searched_least, line!.searches, line!.runs, line!.chosen],
    ['30', '24', '3', '500', 'schedule, root'],
  )
  assert.equal(effortWords(tightness(results(search(30, 0)))[0]!), '500 runs')
  assert.equal(effortWords(tightness(results(row({ evidence: 'exact', messages: 30 })))[0]!), null)
})

test('a cost without a bound from above has no ratio, and a point without worst cases no line', () => {
  const bare = row({ evidence: 'exact', messages_claim: null, messages_verdict: null, shows: [] })
  assert.deepEqual(
    tightness(results(bare, row({ n: 99 }))).map(({ row: { n }, claim, ratio }) => [n, claim, ratio]),
    [[16, null, null]],
  )
})

test('tightness.csv has its documented columns and one line per point and measure', () => {
  const all = worstCaseSweep()
  const lines = parse(tightnessCsv(all), { columns: true }) as Record<string, string>[]
  assert.deepEqual(Object.keys(lines[0]!), [...tightnessColumns])
  // Three algorithms; sizes 3 … 6 are exact, 6, 8, 16, 32, 64 searched; messages and time.
  assert.equal(lines.length, 3 * (4 + 4) * 2)
  const six = lines.find(
    ({ algorithm, n, measure }) => algorithm === 'lcr' && n === '6' && measure === 'messages',
  )!
  // 6 · 9/2 = 27, of which the sample’s search found 96%.
  assert.deepEqual(
    [six.claim, six.bound, six.searched, six.explored, six.cost, six.evidence],
    ['at most n(n + 3)/2', '27', '26', '26', '26', 'exact'],
  )
})
