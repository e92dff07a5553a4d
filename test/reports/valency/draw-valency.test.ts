import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { KnownValency, Outlook, Prospect } from '../../../engine/index.ts'
import { textsIn } from '../../../reports/figures/svg.ts'
import { isDrawable } from '../../../reports/fonts/text-width.ts'
import { drawValency } from '../../../reports/valency/draw-valency.ts'

const known = (decisions: readonly number[], proven = true): KnownValency => ({ decisions, proven })
const prospect = (processor: number, sender: number, after: KnownValency, chosen = false): Prospect => ({
  ...{ processor, sender, after, chosen },
})

const outlook: Outlook = {
  initial: [
    { values: [0, 0], ...known([0]) },
    { values: [0, 1], ...known([0, 1]) },
    { values: [1, 1], ...known([1], false) },
  ],
  values: [0, 1],
  steps: [
    {
      now: known([0, 1]),
      next: [prospect(0, 1, known([1])), prospect(1, 0, known([0, 1]), true)],
    },
    { now: known([0, 1]), next: [prospect(0, 1, known([0], false), true), prospect(1, 1, known([]))] },
  ],
}

/** The marks of a drawing, but for those of its key: the colour and the size of each disc, and how many halves there are. */
function marksIn(svg: string) {
  const drawn = svg.slice(0, svg.indexOf('>event<'))
  return {
    discs: [...drawn.matchAll(/<circle [^>]*r="([\d.]+)" fill="(#\w+)"/g)].map(([, r, fill]) => [
      Number(r),
      fill,
    ]),
    halves: drawn.match(/ a[\d.]+ [\d.]+ 0 0 1 0 /g)?.length ?? 0,
    crosses: drawn.match(/l4 4 m0 -4 l-4 4/g)?.length ?? 0,
    frames: drawn.match(/<rect [^>]*fill="none"/g)?.length ?? 0,
  }
}

test('every configuration has its mark: white for 0, black for 1, half for both, small where others may exist', () => {
  const { discs, halves, crosses, frames } = marksIn(drawValency(outlook).svg)
  const [white, black] = ['#ffffff', '#000000']
  // The inputs; then, event by event, the configuration and what would come of each event.
  assert.deepEqual(discs, [
    ...[
      [7, white],
      [7, white],
      [4.06, black],
    ],
    ...[
      [4.4, white],
      [3.6, black],
      [3.6, white],
    ],
    ...[
      [4.4, white],
      [2.09, white],
    ],
  ])
  // Both can be decided: of the inputs once, of the configurations twice, after one event.
  assert.deepEqual([halves, crosses, frames], [4, 1, 2])
})

test('the drawing is a column of a paper wide, in letters of its font, and names who differs and who hears whom', () => {
  const { svg, width } = drawValency(outlook)
  assert.ok(Math.abs(width - 3.3 * 96) < 1e-9)
  const texts = textsIn(svg)
  for (const text of texts) assert.ok(isDrawable(text), text)
  assert.ok(texts.includes('00') && texts.includes('01') && texts.includes('11'))
  // 00 and 01 differ at p1, 01 and 11 at p0.
  assert.deepEqual(
    texts.filter((text) => /^p\d$/.test(text)),
    ['p1', 'p0'],
  )
  assert.deepEqual(
    texts.filter((text) => / /.test(text) && text.startsWith('p')),
    ['p0 ← p1', 'p1 ← p0', 'p1 wakes'],
  )
})

test('nothing is drawn outside the drawing, however many events and processors there are', () => {
  const steps = Array.from({ length: 24 }, () => ({
    now: known([0, 1]),
    next: [0, 1, 2, 3].flatMap((p) =>
      [0, 1, 2, 3].filter((q) => q !== p).map((q) => prospect(p, q, known([0]))),
    ),
  }))
  const { svg, width, height } = drawValency({ ...outlook, steps })
  for (const [, x, y] of svg.matchAll(/ (?:c?x)="([\d.]+)" (?:c?y)="([\d.]+)"/g)) {
    assert.ok(Number(x) >= 0 && Number(x) <= width)
    assert.ok(Number(y) >= 0 && Number(y) <= height)
  }
})
