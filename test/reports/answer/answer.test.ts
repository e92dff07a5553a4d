import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Row } from '../../../experiments/cell/row.ts'
import { answer } from '../../../reports/html/answer.ts'
import { analyse, claimVerdicts } from '../../../reports/index.ts'
import { makeAlgorithm, makeClaim, makeManifest, makeRow, range } from '../../helpers/samples.ts'

const claim = makeClaim({ formula: 'n + 1' })

/** Runs of one algorithm, at sizes 16 and 64, that send so many messages. */
function runs(algorithm: string, messages: (n: number, replicate: number) => number): Row[] {
  return [16, 64].flatMap((n) =>
    range(6).map((replicate) =>
      makeRow({
        algorithm,
        n,
        replicate,
        messages: messages(n, replicate),
        messages_claim: n + 1,
        messages_verdict: messages(n, replicate) === n + 1 ? 'held' : 'violated',
        shows: [claim],
      }),
    ),
  )
}

function answerTo(rows: readonly Row[], claims = [claim]) {
  const names = [...new Set(rows.map(({ algorithm }) => algorithm))]
  const algorithms = names.map((name) => makeAlgorithm(name, name.toUpperCase(), claims))
  const results = analyse(rows, makeManifest(rows, algorithms))
  return answer(results, claimVerdicts(results))
}

test('one algorithm that kept its claim is named with it, and a sample is said to prove nothing', () => {
  const { sentence, details } = answerTo(runs('a', (n) => n + 1))
  assert.equal(
    sentence,
    'A kept its claim of messages exactly n + 1 on every run to which it applies: 12 runs, n from 16 to 64.',
  )
  assert.deepEqual(details, [
    'These runs are a sample of all executions: one of them could have broken a claim; that none did proves none.',
  ])
})

test('a claim that one run broke is the answer, whatever else held', () => {
  const { sentence } = answerTo(runs('a', (n, replicate) => n + (n === 64 && replicate === 5 ? 2 : 1)))
  assert.equal(sentence, 'A broke its claim of exactly n + 1 (messages) in 1 of 12 runs.')
})

test('nothing comes before a property that failed', () => {
  const [first, ...others] = runs('a', (n) => n + 2)
  const { sentence } = answerTo([{ ...first!, outcome: 'violated' }, ...others])
  assert.equal(sentence, 'In 1 run a property failed.')
})

test('of two algorithms it is said which takes fewer messages, from which size on, and how many', () => {
  // B takes twice the messages of A at n = 16, and half of them at n = 64.
  const rows = [...runs('a', () => 100), ...runs('b', (n) => (n === 16 ? 200 : 50))]
  const { details, sentence } = answerTo(rows, [])
  assert.equal(sentence, 'B takes fewer messages than A from n = 64 on: 0.5 times as many at n = 64.')
  // Time is 5.5 in every row.
  assert.deepEqual(details, ['B takes the same time as A at every size.'])
})

test('results without claims and without rivals answer with what was run', () => {
  assert.equal(
    answerTo(
      runs('a', (n) => n),
      [],
    ).sentence,
    '12 runs without a claim to hold them to.',
  )
})

test('of three algorithms it is said which takes the fewest messages', () => {
  const rows = [...runs('a', () => 100), ...runs('b', () => 50), ...runs('c', () => 200)]
  const { sentence, details } = answerTo(rows, [])
  assert.equal(sentence, 'Of 3 algorithms at the largest size, B takes the fewest messages.')
  assert.deepEqual(details, [
    'Of 3 algorithms at the largest size, which takes the least time cannot be told.',
  ])
})

test('where two settings differ, each has its sentence', () => {
  const on = (topology: string, rows: Row[]) => rows.map((row) => ({ ...row, topology }))
  const rows = [
    ...on('ring', [...runs('a', () => 100), ...runs('b', () => 50)]),
    ...on('torus', [...runs('a', () => 100), ...runs('b', () => 200)]),
  ]
  const { sentence, details } = answerTo(rows, [])
  assert.equal(sentence, 'Ring: B takes fewer messages than A at every size: 0.5 times as many at n = 64.')
  assert.deepEqual(details, [
    'Torus: B takes more messages than A at every size: 2 times as many at n = 64.',
    'B takes the same time as A in all 2 settings and at every size.',
  ])
})

test('where all settings agree, one sentence gives the range of the ratios', () => {
  const on = (topology: string, rows: Row[]) => rows.map((row) => ({ ...row, topology }))
  const rows = [
    ...on('ring', [...runs('a', () => 100), ...runs('b', () => 50)]),
    ...on('torus', [...runs('a', () => 100), ...runs('b', () => 25)]),
  ]
  assert.equal(
    answerTo(rows, []).sentence,
    'B takes fewer messages than A in all 2 settings and at every size: 0.25 to 0.5 times as many at n = 64.',
  )
})

test('what costs grow like is said for each setting, and for all at once where they agree', () => {
  const on = (topology: string, messages: (n: number) => number) =>
    [16, 64, 256, 1024, 4096].flatMap((n) =>
      range(3).map((replicate) =>
        makeRow({ topology, n, m: n, diameter: n, replicate, messages: messages(n), time: n }),
      ),
    )
  const { sentence, details } = answerTo([...on('ring', (n) => n * n), ...on('path', (n) => 3 * n)], [])
  assert.equal(sentence, 'Messages of FLOODING grow like n² (Ring) and like n (Path).')
  assert.deepEqual(details, ['Time of FLOODING grows like n in all 2 settings.'])
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
  const { details } = answerTo([row('a', 32), row('b', 8)], [bound])
  assert.equal(
    details[0],
    'At the largest sizes, the worst executions that are known attain 1 of 2 bounds; farthest from its bound: the messages of B (0.25 of it at n = 16).',
  )
})

test('a mean that all groups miss comes before claims that held', () => {
  const mean = makeClaim({ kind: 'expected', formula: '2n', over: 'expectation' })
  const rows = range(8).flatMap((i) =>
    range(10).map((replicate) => {
      const n = 16 + i
      const messages = n + (replicate % 2 === 0 ? 1 : -1)
      return makeRow({
        ...{ n, replicate, messages, seed: 100 * i + replicate, algorithm: 'a' },
        also: [
          [claim, n + 1, 'held'],
          [mean, 2 * n, 'not checked'],
        ],
      })
    }),
  )
  const { sentence, details } = answerTo(rows, [claim, mean])
  assert.match(sentence, /^A, messages mean 2n: inconsistent: the 95% interval misses it in 8 of 8 groups /)
  assert.equal(details[0], '1 other claim held on every run.')
})
