import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defineTheme, makeCharts, type ThemeDefinition, themes } from '../../../reports/index.ts'
import { ringElection } from '../../helpers/samples.ts'

test('a theme of one’s own is a stock theme with changes, at any depth', () => {
  const night = defineTheme({
    name: 'night',
    from: 'blog-dark',
    ink: { paper: '#000022' },
    sizes: { title: 22 },
  })
  const { ink, sizes } = themes['blog-dark']
  assert.deepEqual(night, {
    ...themes['blog-dark'],
    name: 'night',
    ink: { ...ink, paper: '#000022' },
    sizes: { ...sizes, title: 22 },
  })
  const [chart] = makeCharts(ringElection({ sizes: [16, 32], replicates: 2 }), night)
  assert.match(JSON.stringify(chart!.spec), /#000022/)
})

const refused: readonly (readonly [object, RegExp])[] = [
  [{ name: 'night', inc: {} }, /^theme night: inc: a theme has no such key; did you mean ink\?$/],
  [
    { name: 'night', ink: { papr: '#fff' } },
    /^theme night: ink\.papr: a theme has no such key; did you mean paper\?$/,
  ],
  [
    { name: 'night', sizes: { title: 'large' } },
    /^theme night: sizes\.title: expected a number, not a string$/,
  ],
  [{ name: 'paper' }, /^theme paper: a stock theme has this name; choose another$/],
  [{ name: 'night', from: 'papre' }, /^theme night: from: there is no theme “papre”; did you mean paper\?$/],
  [{ name: 'A b' }, /it must be of small letters/],
]

for (const [definition, message] of refused)
  test(`a theme that cannot be is refused: ${message.source.slice(0, 40)}`, () => {
    assert.throws(() => defineTheme(definition as ThemeDefinition), { name: 'InputError', message })
  })
