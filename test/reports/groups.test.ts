import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import {
  analyse,
  extreme,
  groupVerdict,
  type Results,
  summaryColumns,
  summaryCsv,
  tally,
} from '../../reports/index.ts'
import { evaluateOn, shownClaim } from '../../reports/statistics/shown-claim.ts'
import { makeAlgorithm, makeClaim, makeManifest, makeRow, range, ringElection, treeSweep } from './samples.ts'

const exact = makeClaim({ formula: '2m - (n - 1)' })

const results = (rows: Parameters<typeof analyse>[0], claims = [exact]): Results =>
  analyse(rows, makeManifest(rows, [makeAlgorithm('flooding', 'Flooding', claims)]))

test('a group is what shares everything but the replicate and the seed', () => {
  const rows = ['ring', 'torus'].flatMap((topology) =>
    [8, 16].flatMap((n) => range(3).map((replicate) => makeRow({ topology, n, replicate, seed: replicate }))),
  )
  const { groups } = results(rows)
  assert.deepEqual(
    groups.map(({ key, rows }) => [key.topology, key.n, rows.length]),
    [
      ['ring', 8, 3],
      ['ring', 16, 3],
      ['torus', 8, 3],
      ['torus', 16, 3],
    ],
  )
})

test('a run that was cut short counts among the runs and not among the costs', () => {
  const rows = [makeRow({ messages: 10 }), makeRow({ replicate: 1, messages: 3, outcome: 'budget' })]
  const [line] = parse(summaryCsv(results(rows)), { columns: true }) as Record<string, string>[]
  assert.deepEqual(
    [line!.count, line!.complete, line!.messages_mean, line!.messages_sd],
    ['2', '1', '10', ''],
  )
})

test('one broken run of three breaks the claim, and is the extreme one', () => {
  const rows = [17, 17, 18].map((messages, replicate) =>
    makeRow({
      messages,
      replicate,
      messages_claim: 17,
      messages_verdict: messages === 17 ? 'held' : 'violated',
    }),
  )
  assert.equal(groupVerdict(rows, 'messages', exact), 'violated')
  assert.deepEqual(tally(rows, 'messages'), { runs: 3, held: 2, violated: 1 })
  assert.deepEqual(extreme(rows, 'messages'), { row: rows[2], ratio: 18 / 17 })
})

const meanOf = (formula: string) => makeClaim({ kind: 'expected', formula, over: 'expectation' })

test('a mean is consistent with a claim that its interval contains, and never violated', () => {
  // By hand: 14, 16, 18 have mean 16 and sd 2; the interval is 16 ± 4.303 · 2/√3 = 16 ± 4.97.
  const rows = [14, 16, 18].map((messages) => makeRow({ messages }))
  assert.equal(groupVerdict(rows, 'messages', meanOf('20.9')), 'consistent')
  assert.equal(groupVerdict(rows, 'messages', meanOf('21')), 'inconsistent')
  assert.equal(groupVerdict(rows, 'messages', meanOf('11.1')), 'consistent')
  assert.equal(groupVerdict(rows, 'messages', meanOf('11')), 'inconsistent')
  assert.equal(groupVerdict(rows.slice(0, 1), 'messages', meanOf('n')), 'not checked')
})

test('a claimed mean that differs between replicates is compared run by run', () => {
  const rows = [10, 100, 1000].map((m) => makeRow({ m, messages: m }))
  assert.equal(groupVerdict(rows, 'messages', meanOf('m + 1')), 'inconsistent')
  assert.equal(groupVerdict(rows, 'messages', meanOf('m')), 'consistent')
})

test('a mean that never varies and equals its claim is consistent', () => {
  const rows = range(5).map(() => makeRow({ messages: 16 }))
  assert.equal(groupVerdict(rows, 'messages', meanOf('n')), 'consistent')
})

test('a claimed mean is judged also where rows show a bound that single runs are held to', () => {
  const bound = makeClaim({ kind: 'at most', formula: 'n^2' })
  const mean = makeClaim({ kind: 'expected', formula: 'n', when: 'identifiers are a random permutation' })
  const rows = (inputs: string) =>
    [15, 16, 17].map((messages) =>
      makeRow({ messages, inputs, messages_claim: 256, messages_verdict: 'held' }),
    )
  const [random] = results(rows('random'), [bound, mean]).groups
  assert.deepEqual([random!.claims.messages, random!.means.messages], [bound, mean])
  const [worst] = results(rows('ids=worst'), [bound, mean]).groups
  assert.deepEqual([worst!.claims.messages, worst!.means.messages], [bound, null])
})

test('a claim that the rows contradict is not the one they show', () => {
  // Under uniform delays a run can take less than 2m, so what it kept is the bound and not the equality.
  const claims = [
    makeClaim({ measure: 'time', formula: '2m', when: 'every delay is 1' }),
    makeClaim({ measure: 'time', kind: 'at most', formula: '2m' }),
  ]
  const row = makeRow({ time: 20, time_claim: 32, time_verdict: 'held' })
  assert.equal(shownClaim([row], 'time', claims), claims[1])
  assert.equal(shownClaim([{ ...row, time: 32, delay: 'constant' }], 'time', claims), claims[0])
  // A condition that rows tell nothing of leaves it to the measured time.
  const unknown = [{ ...claims[0]!, when: 'the network is calm' }, claims[1]!]
  assert.equal(shownClaim([row], 'time', unknown), unknown[1])
})

test('growth cannot be judged at one size', () => {
  const order = makeClaim({ kind: 'order', formula: 'n^2', over: 'worst case' })
  assert.equal(
    groupVerdict([makeRow({ messages_claim: 256, messages_verdict: 'not checked' })], 'messages', order),
    'not checked',
  )
})

test('of several claims the shown one is recognised by its values', () => {
  const kinds = ringElection({ sizes: [16, 64], replicates: 2 }).groups.map(({ key, claims }) => [
    key.algorithm,
    key.inputs,
    claims.messages!.formula,
  ])
  assert.deepEqual(
    [...new Set(kinds.map((kind) => kind.join(' · ')))],
    [
      'lcr · ids=best · 3n - 1',
      'lcr · random · n H(n) + n',
      'lcr · ids=worst · n(n + 3)/2',
      'hirschberg-sinclair · ids=best · 8n ceil(log2(n)) + 6n',
      'hirschberg-sinclair · random · 8n ceil(log2(n)) + 6n',
      'hirschberg-sinclair · ids=worst · 8n ceil(log2(n)) + 6n',
    ],
  )
})

test('a formula of unknown quantities is taken at its word, and rows without a claim show none', () => {
  const own = makeClaim({ kind: 'at most', formula: 'P + n' })
  const row = makeRow({ messages_claim: 32, messages_verdict: 'held' })
  assert.equal(evaluateOn(row, 'P + n'), null)
  assert.equal(shownClaim([row], 'messages', [exact, own]), own)
  assert.equal(shownClaim([makeRow()], 'messages', [exact]), null)
})

test('summary.csv has one line per group, its documented columns, and the same bytes each time', () => {
  const sweep = treeSweep({ sizes: [16, 64], replicates: 4 })
  const text = summaryCsv(sweep)
  const lines = parse(text, { columns: true }) as Record<string, string>[]
  assert.equal(lines.length, 3 * 4 * 2)
  assert.deepEqual(Object.keys(lines[0]!), summaryColumns)
  assert.equal(text, summaryCsv(treeSweep({ sizes: [16, 64], replicates: 4 })))
  // Flooding on a ring of 16: 2·16 − 15 = 17 messages, in every run.
  const { messages_mean, messages_sd, messages_claim, messages_verdict, messages_ratio_max } = lines[0]!
  assert.deepEqual(
    [messages_mean, messages_sd, messages_claim, messages_verdict, messages_ratio_max],
    ['17', '0', 'exactly 2m − (n − 1)', 'held', '1'],
  )
})

test('a topology with a comma or a quote in its name is one field of summary.csv', () => {
  const topology = 'file:my "net", v2.txt'
  const [line] = parse(summaryCsv(results([makeRow({ topology })])), { columns: true }) as Record<
    string,
    string
  >[]
  assert.equal(line!.topology, topology)
})
