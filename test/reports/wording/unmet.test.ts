import assert from 'node:assert/strict'
import { test } from 'node:test'
import { analyse, claimVerdicts, unmetConditions } from '../../../reports/index.ts'
import { verdictText } from '../../../reports/wording/verdict-text.ts'
import { makeAlgorithm, makeClaim, makeManifest, makeRow, range } from '../../helpers/samples.ts'

const always = makeClaim({ kind: 'exactly', formula: 'n + 1' })
const never = makeClaim({
  kind: 'at most',
  formula: 'n',
  when: 'the root wakes at time 0',
  about: ['wake-up'],
})

test('a condition that no run meets is told beside its claim, with what the runs had instead', () => {
  const rows = range(3).map((replicate) =>
    makeRow({
      replicate,
      wakeup: 'random:k=3',
      messages_claim: 17,
      messages_verdict: 'held',
      shows: [always],
    }),
  )
  const verdicts = claimVerdicts(
    analyse(rows, makeManifest(rows, [makeAlgorithm('flooding', 'Flooding', [always, never])])),
  )
  assert.deepEqual(unmetConditions(verdicts), [
    'Flooding, messages at most n when the root wakes at time 0: no run meets its condition (wake-up: wake-up random, k = 3)',
  ])
  assert.match(verdictText(verdicts[1]!), /^not tested by this sweep: no run meets its condition/)
})

test('a condition that one run meets is not told of', () => {
  const rows = [
    makeRow({ messages_claim: 17, messages_verdict: 'held', shows: [always] }),
    makeRow({ n: 18, messages: 18, replicate: 1, also: [[never, 18, 'held']] }),
  ]
  const manifest = makeManifest(rows, [makeAlgorithm('flooding', 'Flooding', [always, never])])
  assert.deepEqual(unmetConditions(claimVerdicts(analyse(rows, manifest))), [])
})
