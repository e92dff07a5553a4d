import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answer } from '../../reports/html/answer.ts'
import { verdictText } from '../../reports/html/verdict-table.ts'
import { analyse, claimVerdicts } from '../../reports/index.ts'
import { makeAlgorithm, makeClaim, makeManifest, makeRow, ringElection, treeSweep } from './samples.ts'

test('claims that hold are said to hold on all the runs that show them', () => {
  const results = treeSweep({ sizes: [16, 64], replicates: 4 })
  const verdicts = claimVerdicts(results)
  // Four topologies, two sizes, four replicates: 32 runs of each algorithm.
  assert.deepEqual([...new Set(verdicts.map(verdictText))], ['held on all 32 runs'])
  assert.deepEqual(answer(results, verdicts), [
    'All 6 claims held on every run to which they apply (96 runs).',
  ])
})

test('each of several claims about one measure gets the runs that show it', () => {
  const results = ringElection({ sizes: [16, 64], replicates: 10 })
  const texts = claimVerdicts(results).map((verdict) => [verdict.claim.formula, verdict.rows.length])
  assert.deepEqual(texts, [
    ['n(n + 3)/2', 20],
    ['3n - 1', 20],
    ['n H(n) + n', 20],
    ['3n - 1', 60],
    ['8n ceil(log2(n)) + 6n', 60],
    ['8n', 60],
  ])
})

test('a violated claim is named with the number of its runs, also where another claim holds for the group', () => {
  const usual = makeClaim({ formula: 'n + 1' })
  const wrong = makeClaim({ kind: 'at most', formula: '20' })
  const rows = [17, 17, 21].map((messages, replicate) =>
    makeRow({
      messages,
      replicate,
      messages_claim: messages === 21 ? 20 : 17,
      messages_verdict: messages === 21 ? 'violated' : 'held',
    }),
  )
  const results = analyse(rows, makeManifest(rows, [makeAlgorithm('flooding', 'Flooding', [usual, wrong])]))
  const verdicts = claimVerdicts(results)
  assert.deepEqual(verdicts.map(verdictText), ['held on all 2 runs', 'violated in 1 of 3 runs'])
  assert.deepEqual(verdicts[1]!.violations, [rows[2]])
  assert.equal(
    answer(results, verdicts)[0],
    'Flooding violated its claim of at most 20 (messages) in 1 of 3 runs.',
  )
})

test('a claim that applies to all runs is held where rows show another one held, and its ratio is computed', () => {
  const claims = [
    makeClaim({ kind: 'at most', formula: 'n^2' }),
    makeClaim({ kind: 'at most', formula: '2n' }),
  ]
  const row = makeRow({ messages: 24, messages_claim: 256, messages_verdict: 'held' })
  const verdicts = claimVerdicts(
    analyse([row], makeManifest([row], [makeAlgorithm('flooding', 'Flooding', claims)])),
  )
  assert.deepEqual(
    verdicts.map((verdict) => [verdictText(verdict), verdict.extreme?.ratio]),
    [
      ['held on all 1 run', 24 / 256],
      ['held on all 1 run', 24 / 32],
    ],
  )
})

test('claims about bits and about one type of message are judged from their own columns', () => {
  const claims = [
    makeClaim({ measure: 'bits', kind: 'at most', formula: '32n' }),
    makeClaim({ measure: 'messages:parent', formula: 'n - 1' }),
  ]
  const extra = { bits_claim: 512, bits_verdict: 'held', messages_parent: 16 }
  const row = makeRow({
    bits: 256,
    extra: { ...extra, messages_parent_claim: 15, messages_parent_verdict: 'violated' },
  })
  const verdicts = claimVerdicts(
    analyse([row], makeManifest([row], [makeAlgorithm('flooding', 'Flooding', claims)])),
  )
  assert.deepEqual(
    verdicts.map((verdict) => [verdictText(verdict), verdict.extreme?.ratio]),
    [
      ['held on all 1 run', 0.5],
      ['violated in 1 of 1 run', 16 / 15],
    ],
  )
})

test('a claim that no run shows is not tested, and a growth is not judged', () => {
  const claims = [makeClaim({ formula: 'n', when: 'n is a power of two' })]
  const row = makeRow()
  const untested = claimVerdicts(
    analyse([row], makeManifest([row], [makeAlgorithm('flooding', 'Flooding', claims)])),
  )
  assert.match(verdictText(untested[0]!), /^not tested: no run is known/)
  const order = [makeClaim({ kind: 'order', formula: 'n', over: 'worst case' })]
  const grown = makeRow({ messages_claim: 16, messages_verdict: 'not checked' })
  const [verdict] = claimVerdicts(
    analyse([grown], makeManifest([grown], [makeAlgorithm('flooding', 'Flooding', order)])),
  )
  assert.match(verdictText(verdict!), /^not checked: it is about growth/)
})
