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
} from '../../../reports/index.ts'
import {
  type GivenRow,
  makeAlgorithm,
  makeClaim,
  makeManifest,
  makeRow,
  range,
  treeSweep,
} from '../../helpers/samples.ts'

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

test('what operations cost has its figures, where some run has any: the largest of runs apart from their means', () => {
  const rows = [4, 6].map((response, replicate) =>
    makeRow({ replicate, extra: { response, response_mean: response / 2, throughput: 1, bypass: null } }),
  )
  const [line] = parse(summaryCsv(results(rows)), { columns: true }) as Record<string, string>[]
  assert.deepEqual(
    [line!.response_largest_mean, line!.response_mean_mean, line!.response_largest_max, line!.throughput_sd],
    ['5', '2.5', '6', '0'],
  )
  assert.equal(line!.bypass_mean, undefined)
  const [plain] = parse(summaryCsv(results([makeRow({})])), { columns: true }) as Record<string, string>[]
  assert.deepEqual(Object.keys(plain!), summaryColumns)
})

test('one broken run of three breaks the claim, and is the extreme one', () => {
  const rows = [17, 17, 18].map((messages, replicate) =>
    makeRow({
      messages,
      replicate,
      messages_claim: 17,
      messages_verdict: messages === 17 ? 'held' : 'violated',
      shows: [exact],
    }),
  )
  assert.equal(groupVerdict(rows, 'messages', exact), 'violated')
  assert.deepEqual(tally(rows, 'messages'), { runs: 3, held: 2, violated: 1 })
  assert.deepEqual(extreme(rows, 'messages'), { row: rows[2], ratio: 18 / 17 })
})

const average = makeClaim({ kind: 'expected', formula: 'n', over: 'expectation' })

/** Runs of so many messages each, and what is claimed of their mean. */
const averaged = (messages: readonly number[], expected: (measured: number) => number) =>
  messages.map((measured) =>
    makeRow({ messages: measured, also: [[average, expected(measured), 'not checked']] }),
  )

test('a mean is consistent with a claim that its interval contains, and never violated', () => {
  // By hand: 14, 16, 18 have mean 16 and sd 2; the interval is 16 ± 4.303 · 2/√3 = 16 ± 4.97.
  const verdict = (expected: number, messages = [14, 16, 18]) =>
    groupVerdict(
      averaged(messages, () => expected),
      'messages',
      average,
    )
  assert.deepEqual(
    [20.9, 21, 11.1, 11].map((expected) => verdict(expected)),
    ['consistent', 'inconsistent', 'consistent', 'inconsistent'],
  )
  assert.equal(verdict(16, [16]), 'not checked')
})

test('a claimed mean that differs between replicates is compared run by run', () => {
  const messages = [10, 100, 1000]
  assert.equal(
    groupVerdict(
      averaged(messages, (m) => m + 1),
      'messages',
      average,
    ),
    'inconsistent',
  )
  assert.equal(
    groupVerdict(
      averaged(messages, (m) => m),
      'messages',
      average,
    ),
    'consistent',
  )
})

test('a mean that never varies and equals its claim up to rounding is consistent', () => {
  const rows = averaged([0.3, 0.3, 0.3], () => 0.1 + 0.2)
  assert.equal(groupVerdict(rows, 'messages', average), 'consistent')
})

test('a claimed mean is judged also where rows show a bound that single runs are held to', () => {
  const bound = makeClaim({ kind: 'at most', formula: 'n^2' })
  const rows = (also: GivenRow['also'] = []) =>
    [15, 16, 17].map((messages) =>
      makeRow({
        messages,
        messages_claim: 256,
        messages_verdict: 'held',
        shows: [bound],
        also,
      }),
    )
  const [random] = results(rows([[average, 16, 'not checked']]), [bound, average]).groups
  assert.deepEqual([random!.claims.messages, random!.means.messages], [bound, average])
  const [worst] = results(rows(), [bound, average]).groups
  assert.deepEqual([worst!.claims.messages, worst!.means.messages], [bound, null])
})

test('growth cannot be judged at one size', () => {
  const order = makeClaim({ kind: 'order', formula: 'n^2', over: 'worst case' })
  assert.equal(
    groupVerdict([makeRow({ messages_claim: 256, messages_verdict: 'not checked' })], 'messages', order),
    'not checked',
  )
})

test('a group shows the claim that its rows name, unless they name it for being violated', () => {
  const other = makeClaim({ kind: 'at most', formula: '18' })
  const kept = makeRow({ messages_claim: 17, messages_verdict: 'held', shows: [exact] })
  const broken = makeRow({
    messages: 19,
    messages_claim: 18,
    messages_verdict: 'violated',
    shows: [other],
  })
  const shown = (...rows: (typeof kept)[]) => results(rows, [exact, other]).groups[0]!.claims.messages
  assert.equal(shown(broken, kept), exact)
  assert.equal(shown(broken), other)
  assert.equal(shown(makeRow()), null)
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

test('summary.csv names the rows with the smallest and the largest costs', () => {
  const rows = [9, 4, 7, 4, 9, 5].map((messages, replicate) => makeRow({ messages, replicate, time: null }))
  const [, line] = parse(summaryCsv(results([makeRow({ n: 8 }), ...rows])), { columns: true }) as Record<
    string,
    string
  >[]
  // The runs stand in rows 2 to 7; 4 first in row 3, 9 first in row 2.
  assert.deepEqual([line!.messages_min_row, line!.messages_max_row, line!.time_max_row], ['3', '2', ''])
})

test('normalised costs are those over the tightest bound from above, run by run', () => {
  const loose = makeClaim({ kind: 'at most', formula: 'n^2' })
  const tight = makeClaim({ kind: 'at most', formula: '2m' })
  const rows = [24, 30, 16].map((messages, replicate) =>
    makeRow({
      messages,
      replicate,
      messages_claim: 256,
      messages_verdict: 'held',
      shows: [loose],
      also: [[tight, 32, 'held']],
    }),
  )
  const [line] = parse(summaryCsv(results(rows, [loose, tight])), { columns: true }) as Record<
    string,
    string
  >[]
  // By hand, with 2m = 32: 0.75, 0.9375 and 0.5.
  assert.deepEqual(
    [line!.messages_bound, line!.messages_bound_ratio_median, line!.messages_bound_ratio_max],
    ['at most 2m', '0.75', '0.9375'],
  )
})

test('one group more changes no interval of the others', () => {
  const runs = (n: number) =>
    [30, 24, 27, 41, 25, 26].map((messages, replicate) =>
      makeRow({ n, messages: messages + n, replicate, time: n / 2 + messages }),
    )
  const lines = (...sizes: number[]) => summaryCsv(results(sizes.flatMap(runs))).split('\n')
  const [, alone] = lines(8)
  const [header, , second] = lines(16, 8)
  const at = (line: string | undefined, name: string) =>
    (parse(`${header}\n${line}\n`, { columns: true }) as Record<string, string>[])[0]![name]
  for (const name of ['messages_mean_low', 'messages_median_high', 'time_mean_high', 'time_median_low'])
    assert.equal(at(second, name), at(alone, name))
  assert.ok(Number(at(alone, 'messages_mean_low')) < Number(at(alone, 'messages_mean')))
})

test('a topology with a comma or a quote in its name is one field of summary.csv', () => {
  const topology = 'file:my "net", v2.txt'
  const [line] = parse(summaryCsv(results([makeRow({ topology })])), { columns: true }) as Record<
    string,
    string
  >[]
  assert.equal(line!.topology, topology)
})
