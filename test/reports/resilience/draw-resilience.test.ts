import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drawResilience } from '../../../reports/index.ts'

const tile = {
  ...{ executions: 100, exhaustive: false, cut: 0 },
  ...{ broken: null, promised: false },
}

const { svg } = drawResilience([
  {
    title: 'Some algorithm',
    subtitle: 'byzantine faults; requires n > 3f',
    tiles: [
      { ...tile, n: 3, f: 1, broken: 'agreement' },
      { ...tile, n: 3, f: 2, executions: 25, cut: 20 },
      { ...tile, n: 4, f: 1, executions: 2_197_520, exhaustive: true, promised: true },
      { ...tile, n: 4, f: 2 },
    ],
  },
])

test('the line goes where what is promised ends', () => {
  // By hand: tiles are 74 wide and 26 tall, n = 4 begins at 74, f = 1 is the lower line and begins at 26. It is promised for
  // n = 4, f = 1 alone: its left side, then its upper one.
  assert.match(svg, /<path d="M74 26v26M74 26h74" fill="none"/)
})

test('a tile says what is broken, of how many executions there is no end, or how many there are', () => {
  for (const text of ['agreement', '20 of 25', '2.2·10⁶', '100']) assert.ok(svg.includes(`>${text}<`), text)
})
