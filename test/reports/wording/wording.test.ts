import assert from 'node:assert/strict'
import { test } from 'node:test'
import { delays, topologies, wakeUps } from '../../../engine/index.ts'
import { isDrawable, textWidth, wrapText } from '../../../reports/fonts/text-width.ts'
import { boundLabel, claimText } from '../../../reports/wording/claim-text.ts'
import { counted, figure, listing } from '../../../reports/wording/numbers.ts'
import { delayName, inputsName, topologyName, wakeUpName } from '../../../reports/wording/spec-names.ts'
import { makeClaim } from '../../helpers/samples.ts'

test('topologies have the names that people give them', () => {
  const names = {
    ring: 'Ring',
    'ring:oriented=no': 'Ring, not oriented',
    gnp: 'G(n, p), mean degree 8',
    'gnp:degree=5': 'G(n, p), mean degree 5',
    'gnm:m=40': 'G(n, m), m = 40',
    torus: 'Torus',
    'torus:dimensions=3': '3-dimensional torus',
    'random-regular:degree=4': 'Random regular, degree 4',
    'file:../data/topology-zoo/Kdl.gml': 'Kdl',
    'file:networks/my.net.txt,component=largest': 'my.net, component largest',
  }
  assert.deepEqual(Object.keys(names).map(topologyName), Object.values(names))
})

test('delays, wake-ups and inputs read as parts of a sentence', () => {
  assert.equal(delayName('uniform'), 'uniform on (0, 1]')
  assert.equal(delayName('uniform:min=0.2,max=0.9'), 'uniform on (0.2, 0.9]')
  assert.equal(delayName('pareto:shape=2'), 'Pareto, shape 2')
  assert.equal(delayName('log-normal'), 'log-normal')
  assert.equal(wakeUpName('all'), 'all wake at time 0')
  assert.equal(inputsName('random'), 'random identifiers')
  assert.equal(inputsName('ids=worst,root=centre'), 'worst identifiers, root centre')
})

test('everything in the catalogues has a name that the chart font can draw', () => {
  for (const { name } of topologies.entries) assert.ok(isDrawable(topologyName(name)), name)
  for (const { name } of delays.entries) assert.ok(isDrawable(delayName(name)), name)
  for (const { name } of wakeUps.entries) assert.ok(isDrawable(wakeUpName(name)), name)
})

test('a claim is written with its kind, beside a line in signs that the font has', () => {
  const claim = makeClaim({ kind: 'at most', formula: '8n ceil(log2(n)) + 6n' })
  assert.equal(claimText(claim), 'at most 8n ⌈log₂ n⌉ + 6n')
  assert.equal(boundLabel(claim), '≤ 8n ⌈log₂ n⌉ + 6n')
  assert.ok(isDrawable(boundLabel(claim)) && isDrawable('⌊⌋') && !isDrawable('中'))
})

test('numbers have commas, lists an “and”, one run no plural', () => {
  assert.equal(counted(1320, 'run'), '1,320 runs')
  assert.equal(counted(1, 'run'), '1 run')
  assert.deepEqual([1234567, 0.123456, 12345.678, -3].map(figure), ['1,234,567', '0.1235', '12,350', '−3'])
  assert.equal(listing(['a', 'b', 'c']), 'a, b and c')
})

test('text is measured by the font and wrapped to a width', () => {
  assert.ok(textWidth('i', 10) < textWidth('m', 10))
  assert.equal(textWidth('messages', 20), 2 * textWidth('messages', 10))
  const lines = wrapText('a b c d e f g h i j k l m n o p', 40, 12)
  assert.ok(lines.length > 1 && lines.every((line) => textWidth(line, 12) <= 40))
  assert.equal(lines.join(' '), 'a b c d e f g h i j k l m n o p')
})
