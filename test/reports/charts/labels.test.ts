import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Row } from '../../../experiments/cell/row.ts'
import { analyse, chartKinds, drawSvg, makeCharts, type Results } from '../../../reports/index.ts'
import { makeAlgorithm, makeClaim, makeManifest, makeRow, range } from '../../helpers/samples.ts'

const nasty = '<script>alert("1")</script>'

/** A sweep of which every kind of chart has something to show, if its load varies too, whose labels are code and quotes. */
function hostile(pauses: readonly number[] = []): Results {
  const claim = makeClaim({ kind: 'at most', formula: '2n', when: nasty })
  const time = makeClaim({ measure: 'time', kind: 'at most', formula: 'ecc + 1' })
  const load = makeClaim({ measure: 'bits:load', kind: 'at most', formula: 'n' })
  const row = (given: Partial<Row> & Pick<Row, 'n'>): Row =>
    makeRow({
      messages: given.n + (given.replicate ?? 0),
      messages_claim: 2 * given.n,
      messages_verdict: 'held',
      time: given.n / 4 + (given.replicate ?? 0) / 8,
      root_eccentricity: given.n / 2,
      time_claim: given.n / 2 + 1,
      time_verdict: 'held',
      shows: [claim, time],
      also: [[load, given.n, 'held']],
      extra: { messages_carried: given.n, messages_reply: given.replicate ?? 0, bits_load: given.n / 2 },
      ...given,
    })
  const rows = ['one', 'two'].flatMap((algorithm) => [
    ...['constant', 'uniform'].flatMap((delay) =>
      [16, 32, 64].flatMap((n) =>
        range(5).map((replicate) =>
          row({ algorithm, delay, n, replicate, seed: replicate, inputs: `values=${nasty}` }),
        ),
      ),
    ),
    ...range(5).map((replicate) =>
      row({
        algorithm,
        n: 9,
        topology: `file:${nasty}'.txt`,
        replicate,
        seed: replicate,
        inputs: `values=${nasty}`,
      }),
    ),
    ...pauses.map((pause) =>
      row({
        algorithm,
        n: 9,
        topology: `file:${nasty}'.txt`,
        workload: `closed:mean=${pause}`,
        inputs: `values=${nasty}`,
        extra: { throughput: 1 / pause, response_mean: pause },
      }),
    ),
    row({ algorithm, n: 16, evidence: 'searched', delay: null, inputs: `values=${nasty}` }),
    // A bill is of wrappers; all that these send is carried.
    row({
      ...{ algorithm: `${algorithm} over alpha`, n: 16, messages: 16, inputs: `values=${nasty}` },
      extra: { messages_carried: 16 },
    }),
  ])
  const algorithms = ['one', 'two', 'one over alpha', 'two over alpha'].map((name) =>
    makeAlgorithm(name, `${nasty} & '${name}'`, [claim, time, load]),
  )
  return analyse(rows, makeManifest(rows, algorithms))
}

test('labels that are code or quotes stay text in every kind of chart', async () => {
  const [usual, underLoad] = [hostile(), hostile([1, 4])]
  for (const { name } of chartKinds.entries) {
    const results = name === 'throughput-response' ? underLoad : usual
    const charts = makeCharts(results, undefined, [name])
    if (name !== 'against-distance') assert.ok(charts.length > 0, name)
    for (const { spec } of charts) {
      const { svg } = await drawSvg(spec, name)
      assert.doesNotMatch(svg, /<script/i, name)
      assert.match(svg, /&lt;script&gt;/, name)
    }
  }
})
