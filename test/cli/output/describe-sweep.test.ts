import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describeSweep } from '../../../cli/output/describe-sweep.ts'
import { isFailure, isViolation } from '../../../experiments/cell/row.ts'
import type { Row, SweepResult } from '../../../experiments/index.ts'
import { Tally } from '../../../experiments/store/tally.ts'
import { analyse, claimVerdicts, inconsistentClaims } from '../../../reports/index.ts'
import { makeAlgorithm, makeClaim, makeManifest, makeRow, range } from '../../helpers/samples.ts'

const mean = makeClaim({ kind: 'expected', formula: '2n', over: 'expectation' })
const perType = makeClaim({ measure: 'messages:M', kind: 'at most', formula: 'n' })

/** The first line about rows, and those that name what is inconsistent, as a sweep prints them without colours. */
function linesOn(rows: readonly Row[]): string[] {
  const manifest = makeManifest(rows, [makeAlgorithm('flooding', 'Flooding', [mean, perType])])
  const tally = new Tally()
  for (const [index, row] of rows.entries()) tally.note({ index, row, ms: 1 } as never)
  const result: SweepResult = {
    rows,
    runs: rows.length,
    held: tally.held,
    manifest,
    directory: 'results/sample',
    violations: rows.filter(isViolation),
    failures: rows.filter(isFailure),
    interrupted: false,
  }
  const inconsistent = inconsistentClaims(claimVerdicts(analyse(rows, manifest)))
  const text = describeSweep(
    result,
    [],
    { answer: null, tightness: [], growth: [], growthLines: [], inconsistent, unmet: [] },
    false,
  )
  return text.split('\n').filter((line) => /^\d+ runs|inconsistent:/.test(line))
}

/** Eight groups of ten runs whose messages lie about so many times n, a little scattered. */
const about = (factor: number, change: (row: Row) => Partial<Row> = () => ({})): Row[] =>
  range(8).flatMap((i) =>
    range(10).map((replicate) => {
      const n = 16 + i
      const row = makeRow({
        n,
        replicate,
        seed: 100 * i + replicate,
        messages: factor * n + (replicate % 2 === 0 ? 1 : -1),
        extra: { messages_M: 1 },
        also: [
          [mean, 2 * n, 'not checked'],
          [perType, n, 'held'],
        ],
      })
      return { ...row, ...change(row) }
    }),
  )

test('runs with claims about types of messages alone kept them, and a mean near its claim is no news', () => {
  assert.deepEqual(linesOn(about(2)), [
    '80 runs, 80 of them kept their claims: no claim and no property was violated',
  ])
})

test('where a claimed mean is missed in all groups, the summary says so and names it', () => {
  assert.deepEqual(linesOn(about(3)), [
    '80 runs, 80 of them kept their claims: 1 claim about a mean or a growth is inconsistent with them',
    '  inconsistent: Flooding, messages mean 2n: inconsistent: the 95% interval misses it in 8 of 8 groups (chance alone gives as many in less than 0.1% of sweeps).',
  ])
})

test('a run that violated a claim is not among those that held', () => {
  const [line] = linesOn(
    about(2, ({ replicate, verdicts }) =>
      replicate > 0
        ? {}
        : {
            verdicts: verdicts.map((one) =>
              one.claim === perType.id ? { ...one, verdict: 'violated' } : one,
            ),
          },
    ),
  )
  // One replicate of each of the eight groups.
  assert.equal(line, '80 runs, 72 of them kept their claims: 8 violated a claim or a property')
})
