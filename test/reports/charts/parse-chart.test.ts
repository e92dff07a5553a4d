import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chartKinds, checkCharts, makeCharts, namedCharts } from '../../../reports/index.ts'
import { delaySweep, ringElection, treeSweep, worstCaseSweep } from '../../helpers/samples.ts'
import { namingLaws } from '../../laws/naming.ts'

namingLaws(chartKinds)

const ring = ringElection({ sizes: [16, 64, 256], replicates: 5 })
const names = (...specs: string[]) => makeCharts(ring, undefined, specs).map(({ name }) => name)

test('a chart is asked for by its kind, by a name of its own, or by its kind with parameters', () => {
  assert.deepEqual(names('against-n'), ['messages-against-n'])
  assert.deepEqual(names('time-against-n', 'against-n:measure=time'), ['time-against-n', 'time-against-n-2'])
  assert.deepEqual(names('distribution-of-messages:n=64'), ['distribution-of-messages-n-64'])
})

test('every chart that goes by a name of its own is one of a kind', () => {
  for (const [name, spec] of Object.entries(namedCharts)) {
    assert.doesNotThrow(() => chartKinds.parse(spec), name)
    assert.doesNotThrow(() => checkCharts([name]), name)
  }
})

const refused: Readonly<Record<string, RegExp>> = {
  heatmap: /^charts\[1\]: unknown chart “heatmap”; did you mean heat-map\?$/,
  'against-n:measur=time': /has no parameter “measur”; did you mean measure\?$/,
  'against-n:measure=bit': /chart against: measure=bit is no cost; did you mean bits\?$/,
  'time-against-n:measure=time': /parameter measure is given twice$/,
  'distribution:n=many': /n=many is not a number$/,
  'heat-map:x=dealy': /^charts\[1\]: chart heat-map: x: “dealy” is nothing .*; did you mean delay\?$/,
  'heat-map:x=n,y=gnp:degre': /y: gnp has no number “degre”; did you mean degree\?$/,
  'heat-map:x=gpn:degree':
    /x: “gpn” is no topology, delay, wake-up, workload, kind of faults, or rule for weights or clocks; did you mean gnp\?$/,
  'heat-map:x=n,y=n': /x and y are both n$/,
  'over-bound:formula=n q': /the formula n q uses q; it may use n, m, D, ecc of a network$/,
}

for (const [spec, message] of Object.entries(refused))
  test(`the chart “${spec}” is refused with its place and what would be right`, () => {
    assert.throws(() => checkCharts(['against-n', spec]), { name: 'InputError', message })
  })

test('without a wish a report has the usual charts: fewer than twenty', () => {
  for (const results of [
    ring,
    treeSweep({ sizes: [16, 64, 256], replicates: 5 }),
    delaySweep({ sizes: [16, 64], replicates: 5 }),
    worstCaseSweep({ sizes: [3, 4, 8], replicates: 5 }),
  ]) {
    const { length } = makeCharts(results)
    assert.ok(length >= 3 && length < 20, String(length))
  }
})
