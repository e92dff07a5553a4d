import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answerTo, runs } from '../../helpers/answers.ts'
import { makeClaim, makeRow, range } from '../../helpers/samples.ts'

const sizes = [16, 32, 64, 128]
const a = runs('a', () => 100, { sizes })
const opening = (rows: Parameters<typeof answerTo>[0], claims: Parameters<typeof answerTo>[1] = []) =>
  answerTo(rows, claims).text

test('curves that cross once say from where on, and what was before', () => {
  const rows = [...a, ...runs('b', (n) => (n < 64 ? 300 : 20), { sizes })]
  assert.match(
    opening(rows),
    /^B takes fewer messages than A from n = 64 on \(more up to n = 32\): 5 times fewer at n = 128\. /,
  )
})

test('curves that cross only at the largest size are not said to go on like that', () => {
  const rows = [...a, ...runs('b', (n) => (n < 128 ? 300 : 50), { sizes })]
  assert.match(
    opening(rows),
    /^B takes fewer messages than A at n = 128 \(more up to n = 64\): 2 times fewer there\. /,
  )
})

test('curves that cross twice say so', () => {
  const rows = [...a, ...runs('b', (n) => (n === 32 ? 300 : 50), { sizes })]
  assert.match(
    opening(rows),
    /^B takes fewer messages than A from n = 64 on \(the order changes more than once before\): /,
  )
})

test('what is 0.5% more is the same, and what may be less or more cannot be told', () => {
  assert.match(
    opening([...a, ...runs('b', () => 100.5, { sizes })]),
    /^B and A take the same messages within 1% at every size\. /,
  )
  // The logarithms of 80/100 and of 125/100 add up to 0: the interval of the ratio is around 1.
  assert.match(
    opening([...a, ...runs('b', (_, replicate) => (replicate % 2 === 0 ? 80 : 125), { sizes })]),
    /^Which of B and A takes fewer messages cannot be told at any size\. /,
  )
})

test('a claim that one run broke comes first, and no claim is said to be kept by all', () => {
  const { text, details } = answerTo(runs('a', (n, replicate) => n + (n === 64 && replicate === 5 ? 2 : 1)))
  assert.match(text, /^A broke its claim of exactly n \+ 1 \(messages\) in 1 of 12 runs\. /)
  assert.doesNotMatch(text, /kept|exactly n \+ 1 messages/)
  assert.equal(details[0], '11 of 12 runs kept their claims.')
})

test('where a property failed, costs are no answer', () => {
  const rows = [...runs('a', (n) => n + 1), ...runs('b', (n) => n + 1)]
  const failed = { ...rows[0]!, outcome: 'violated' } as const
  assert.equal(opening([failed, ...rows.slice(1)], undefined), 'In 1 run of A a property failed.')
})

test('runs that failed are counted, and sizes that one of the two did not finish are not spoken of', () => {
  const b = runs('b', () => 50, { sizes }).map((row) =>
    row.n === 128 ? ({ ...row, outcome: 'budget', verdicts: [] } as const) : row,
  )
  // Six of B’s runs are cut short. They would have been the dearest.
  assert.match(
    opening([...a, ...b]),
    /^B takes fewer messages than A at every size that both finished: 2 times fewer at n = 64; at larger sizes not both came to their end\. .*6 runs ran out of budget\.$/,
  )
  const [first, second, ...others] = runs('c', (n) => n + 1)
  const ended = [
    { ...first!, outcome: 'failed', messages: null, verdicts: [] } as const,
    { ...second!, outcome: 'budget', verdicts: [] } as const,
    ...others,
  ]
  assert.match(
    answerTo(ended).text,
    /10 of 12 runs kept their claims, and the others could not be held to any; 1 run failed and 1 run ran out of budget\.$/,
  )
})

test('one size tells no growth', () => {
  const rows = runs('a', (_, replicate) => 10 + replicate, { sizes: [16] })
  // The median of 10, 11, …, 15.
  assert.match(opening(rows), /^At n = 16, A took 12\.5 messages \(median of 6 runs\)\. /)
  assert.doesNotMatch(answerTo(rows, []).details.join(' '), /grow/)
})

test('one replicate gives no interval, and only what was seen is told', () => {
  const rows = [
    ...runs('a', () => 100, { sizes, replicates: 1 }),
    ...runs('b', () => 50, { sizes, replicates: 1 }),
  ]
  assert.match(
    opening(rows),
    /^B takes fewer messages than A in these runs at every size: 2 times fewer at n = 128; one run of each gives no interval\. /,
  )
  assert.doesNotMatch(opening(rows), /\[/)
})

test('costs of zero have no ratio', () => {
  assert.match(
    opening([...a, ...runs('b', () => 0, { sizes })]),
    /^B takes fewer messages than A at every size\. /,
  )
  assert.match(
    opening([...runs('a', () => 0, { sizes }), ...runs('b', () => 0, { sizes })]),
    /^B and A take the same messages at every size\. /,
  )
})

test('of several algorithms that cost the same, none is the cheapest', () => {
  const alike = [...a, ...runs('b', () => 100, { sizes }), ...runs('c', () => 100, { sizes })]
  assert.match(
    opening(alike),
    /^Of 3 algorithms at the largest sizes, all take the same messages and time within 1%\. /,
  )
  // A and B tie, and C costs more.
  assert.match(
    opening([...a, ...runs('b', () => 100, { sizes }), ...runs('c', () => 150, { sizes })]),
    /^Of 3 algorithms at the largest sizes, A and B tie for the fewest messages; all take the same time within 1%\. /,
  )
  // 100, 100.9 and 101.8: the first two and the last two are alike, but not the first and the last.
  assert.match(
    opening([...a, ...runs('b', () => 100.9, { sizes }), ...runs('c', () => 101.8, { sizes })]),
    /^Of 3 algorithms at the largest sizes, which takes the fewest messages cannot be told; /,
  )
})

test('several algorithms that cross say from where on, and which it was before', () => {
  const c = runs('c', () => 200, { sizes })
  const crossing = (messages: (n: number) => number) =>
    opening([...a, ...runs('b', messages, { sizes }), ...c])
  assert.match(
    crossing((n) => (n < 64 ? 300 : 20)),
    /^Of 3 algorithms at the largest sizes, B takes the fewest messages from n = 64 on \(up to n = 32 it is A\), 5 times fewer than the next; /,
  )
  assert.match(
    crossing((n) => (n < 128 ? 300 : 20)),
    /^Of 3 algorithms at the largest sizes, B takes the fewest messages at n = 128 \(up to n = 64 it is A\), 5 times fewer than the next; /,
  )
  // Alike at n = 64.
  assert.match(
    crossing((n) => (n < 64 ? 300 : n === 64 ? 100 : 20)),
    /B takes the fewest messages at n = 128 \(up to n = 32 it is A\), 5 times fewer than the next; /,
  )
  assert.match(
    crossing((n) => (n === 32 ? 300 : 20)),
    /^Of 3 algorithms at the largest sizes, B takes the fewest messages, 5 times fewer than the next \(not the same at all smaller sizes\); /,
  )
})

test('settings in which several algorithms cross elsewhere have clauses of their own', () => {
  const on = (topology: string, rows: ReturnType<typeof runs>) => rows.map((row) => ({ ...row, topology }))
  const setting = (topology: string, from: number) =>
    on(topology, [
      ...a,
      ...runs('b', (n) => (n < from ? 300 : 20), { sizes }),
      ...runs('c', () => 200, { sizes }),
    ])
  const [ring, torus, path] = [setting('ring', 16), setting('torus', 64), setting('path', 128)]
  assert.match(
    opening([...ring, ...torus]),
    /B takes the fewest messages on Ring, 5 times fewer than the next, and B on Torus from n = 64 on \(up to n = 32 it is A\), 5 times fewer than the next; /,
  )
  assert.match(opening([...torus, ...path]), /on Torus from n = 64 on .*, and B on Path at n = 128 \(/)
})

test('where several algorithms tie in one setting, and one wins in another, it is said which does what', () => {
  const on = (topology: string, rows: ReturnType<typeof runs>) => rows.map((row) => ({ ...row, topology }))
  const rows = (b: number) => [...a, ...runs('b', () => b, { sizes }), ...runs('c', () => 200, { sizes })]
  assert.match(
    opening([...on('ring', rows(100)), ...on('torus', rows(100)), ...on('path', rows(50))]),
    /A and B tie for the fewest messages on Ring and Torus, and B takes the fewest messages on Path, 2 times fewer than the next; /,
  )
  assert.match(
    opening([...on('ring', rows(50)), ...on('torus', rows(50)), ...on('path', rows(100))]),
    /B takes the fewest messages on Ring and Torus, 2 times fewer than the next, and A and B tie on Path; /,
  )
})

test('of several algorithms, one that is missing at the largest size is not beaten there', () => {
  const c = runs('c', (n) => (n < 64 ? 10 : 1000), { sizes }).map((row) =>
    row.n === 128 ? ({ ...row, outcome: 'failed', messages: null, time: null } as const) : row,
  )
  // At n = 64, the largest that all finished, C is dearer than B; at n = 16 and 32 it was cheaper.
  assert.match(
    opening([...a, ...runs('b', () => 50, { sizes }), ...c]),
    /^Of 3 algorithms at the largest sizes, B takes the fewest messages at n = 64 \(up to n = 32 it is C\), 2 times fewer than the next; all take the same time within 1%; at larger sizes not all came to their end\. /,
  )
})

test('a search that beats every sample is what the bound is compared with', () => {
  const bound = makeClaim({ kind: 'at most', formula: '2n' })
  const row = (evidence: 'sampled' | 'searched', messages: number, replicate = 0) =>
    makeRow({
      ...{ algorithm: 'a', evidence, messages, replicate, time: null },
      ...{ messages_claim: 32, messages_verdict: 'held' as const },
      shows: [bound],
    })
  const samples = range(6).map((replicate) => row('sampled', 10 + replicate, replicate))
  // By hand, 2n = 32. The search found 24, three quarters of it; the dearest of the samples is 15, 62.5% of 24.
  assert.match(
    answerTo([...samples, row('searched', 24)], [bound]).text,
    /attain 0 of 1 bound; farthest from its bound: the messages of A, 75% of it at n = 16; the costliest random runs reach 63% of the worst that is known\. /,
  )
  // A sample that beats the search is the worst that is known.
  assert.match(
    answerTo([...samples, row('searched', 12)], [bound]).text,
    /the messages of A, 47% of it at n = 16; the costliest random runs reach 100% of the worst that is known\. /,
  )
})
