import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answerTo, nPlusOne, runs } from '../../helpers/answers.ts'
import { makeClaim, makeRow, range } from '../../helpers/samples.ts'

const on = (topology: string, rows: ReturnType<typeof runs>) => rows.map((row) => ({ ...row, topology }))

test('one algorithm that keeps an exact claim is named with it, and a sample is said to prove nothing', () => {
  const { text, details } = answerTo(runs('a', (n) => n + 1))
  assert.equal(text, 'A sent exactly n + 1 messages in all 12 runs. All 12 runs kept their claims.')
  assert.deepEqual(details, [
    'These runs are a sample of all executions: one of them could have broken a claim; that none did proves none.',
  ])
})

test('of two algorithms it is said which takes fewer messages, from which size on, and how many', () => {
  // B takes twice the messages of A at n = 16, half of them at n = 32, a quarter at n = 64.
  const sizes = [16, 32, 64]
  const rows = [...runs('a', () => 100, { sizes }), ...runs('b', (n) => 3200 / n, { sizes })]
  const { details, text } = answerTo(rows, [])
  assert.equal(
    text,
    'B takes fewer messages than A at n = 64 (more at n = 16): 2 times fewer there. None of the 36 runs could be held to a claim.',
  )
  assert.deepEqual(details, ['B and A take the same time at every size.'])
})

test('of three algorithms it is said which takes the fewest messages, and that all take the same time', () => {
  const rows = [...runs('a', () => 100), ...runs('b', () => 50), ...runs('c', () => 200)]
  assert.match(
    answerTo(rows, []).text,
    /^Of 3 algorithms at the largest sizes, B takes the fewest messages, 2 times fewer than the next; all take the same time within 1%\. /,
  )
})

test('where two settings differ, each has its clause', () => {
  const rows = [
    ...on('ring', [...runs('a', () => 100), ...runs('b', () => 50)]),
    ...on('torus', [...runs('a', () => 100), ...runs('b', () => 200)]),
  ]
  const { text, details } = answerTo(rows, [])
  assert.match(
    text,
    /^B takes fewer messages than A at every size \(Ring\): 2 times fewer at n = 64; it takes more at every size \(Torus\): 2 times as many at n = 64\. /,
  )
  assert.deepEqual(details, ['B and A take the same time on both networks, at every size.'])
})

test('where all settings agree, one sentence gives the range of the ratios', () => {
  const rows = [
    ...on('ring', [...runs('a', () => 100), ...runs('b', () => 50)]),
    ...on('torus', [...runs('a', () => 100), ...runs('b', () => 25)]),
  ]
  assert.match(
    answerTo(rows, []).text,
    /^B takes fewer messages than A on both networks, at every size: 2 to 4 times fewer at n = 64\. /,
  )
})

test('many settings in which different things hold are counted', () => {
  // Of A’s 100 messages, B takes 50, 50, 200, 100 and, at n = 64 of the last, first more and then less.
  const costs = [() => 50, () => 50, () => 200, () => 100, (n: number) => (n === 16 ? 200 : 50)]
  const rows = costs.flatMap((cost, i) =>
    on(`gnp:degree=${i + 3}`, [...runs('a', () => 100), ...runs('b', cost)]),
  )
  assert.match(
    answerTo(rows, []).text,
    /^At the largest sizes of 5 settings, the messages of B against those of A are fewer in 3, more in 1 and the same within 1% in 1; the order changes with n in 1\. /,
  )
})

test('what the costs of one algorithm grow like is said for each setting', () => {
  const costs = (topology: string, messages: (n: number) => number) =>
    [16, 64, 256, 1024, 4096].flatMap((n) =>
      range(3).map((replicate) =>
        makeRow({ topology, n, m: n, diameter: n, replicate, messages: messages(n), time: n }),
      ),
    )
  const { text, details } = answerTo([...costs('ring', (n) => n * n), ...costs('path', (n) => 3 * n)], [])
  assert.match(text, /^Messages of FLOODING grow like n² \(Ring\) and like n \(Path\)\. /)
  assert.deepEqual(details, ['Time of FLOODING grows like n on both networks.'])
})

test('worst cases that attain their bound are counted', () => {
  const bound = makeClaim({ kind: 'at most', formula: '2n' })
  const row = (algorithm: string, messages: number) =>
    makeRow({
      algorithm,
      evidence: 'exact',
      messages,
      messages_claim: 32,
      messages_verdict: 'held',
      shows: [bound],
    })
  // By hand, 2n = 32: the first attains it, the second has a quarter of it.
  assert.equal(
    answerTo([row('a', 32), row('b', 8)], [bound]).text,
    'At the largest sizes, the worst executions that are known attain 1 of 2 bounds; farthest from its bound: the messages of B, 25% of it at n = 16. All 2 exact worst cases kept their claims.',
  )
})

test('a mean that all groups miss comes first, and nobody is said to have kept all claims', () => {
  const mean = makeClaim({ kind: 'expected', formula: '2n', over: 'expectation' })
  const rows = range(8).flatMap((i) =>
    range(10).map((replicate) => {
      const n = 16 + i
      const messages = n + (replicate % 2 === 0 ? 1 : -1)
      return makeRow({
        ...{ n, replicate, messages, seed: 100 * i + replicate, algorithm: 'a' },
        also: [
          [nPlusOne, n + 1, 'held'],
          [mean, 2 * n, 'not checked'],
        ],
      })
    }),
  )
  const { text, details } = answerTo(rows, [nPlusOne, mean])
  assert.match(text, /^A, messages mean 2n: inconsistent: the 95% interval misses it in 8 of 8 groups /)
  assert.doesNotMatch(text, /kept/)
  assert.equal(details[0], 'All 80 runs kept their claims about single runs.')
})

test('without runs there is nothing to answer', () => {
  assert.equal(answerTo([]).text, 'There are no runs yet.')
})
