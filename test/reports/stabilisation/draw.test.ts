import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dijkstraKState, stabilisingMis } from '../../../algorithms/index.ts'
import {
  executeStabilising,
  exploreStabilising,
  readStabilisingHeader,
  type StabilisingSystem,
  type StabilisingWitness,
  type StoryScope,
  stabilisingLines,
  stabilisingStory,
  stabilisingSystem,
} from '../../../engine/index.ts'
import { drawStabilisation, statesToCsv } from '../../../reports/index.ts'

const everything: StoryScope = { processors: null, from: 0, to: Number.POSITIVE_INFINITY }

function storyOf(system: StabilisingSystem, daemon: string, witness: StabilisingWitness, scope = everything) {
  const [first, ...others] = stabilisingLines(system, daemon, witness, null)
  const header = readStabilisingHeader(first!, () => 'file, line 1')
  const lines = others.map((text, i) => ({ text, number: i + 2 }))
  return stabilisingStory({ path: 'file', header, stabilising: system.algorithm, lines }, scope, 1000)
}

const count = (text: string, part: RegExp): number => text.match(part)?.length ?? 0

// Everybody enters the set at once, and then leaves it, for ever.
const mis = stabilisingSystem(stabilisingMis, 4)
const toAndFro = exploreStabilising(mis, { daemon: 'synchronous' }).diverges!

test('four who enter and leave together: eight moves have frames, and all are privileged in each of three configurations', () => {
  const { svg } = drawStabilisation(storyOf(mis, 'synchronous', toAndFro))
  // One frame and one dot more in the legend.
  assert.equal(count(svg, /stroke-width="1.8"/g), 8 + 1)
  assert.equal(count(svg, /<circle/g), 12 + 1)
  assert.equal(count(svg, /<title>legitimate<\/title>/g), 1)
  assert.match(svg, /never legitimate: the last 2 steps for ever/)
  assert.match(svg, /<title>repeated for ever<\/title>/)
  assert.match(svg, /after step 2, p3: 1 → 0, privileged/)
})

test('a part of an execution says which, and has the chosen processors only', () => {
  const scope = { processors: new Set([1, 3]), from: 1, to: 1 }
  const { svg } = drawStabilisation(storyOf(mis, 'synchronous', toAndFro, scope))
  assert.match(svg, /synchronous daemon; steps 1 to 1/)
  assert.deepEqual(
    [...svg.matchAll(/>(p\d)<\/text>/g)].map(([, name]) => name),
    ['p1', 'p3'],
  )
  assert.equal(count(svg, /stroke-width="1.8"/g), 2 + 1)
})

test('many processors and steps: cells are small and have no numbers, and all are there', () => {
  const system = stabilisingSystem(dijkstraKState, 100)
  const { initially, schedule, steps } = executeStabilising(system, {
    seed: 1,
    daemon: 'synchronous',
    schedule: true,
  })
  const story = storyOf(system, 'synchronous', { initially, schedule: schedule!, repeatsFrom: null })
  const { svg, width } = drawStabilisation(story)
  assert.ok(steps > 50 && width < 1100)
  assert.equal(count(svg, /<title>after step/g), 100 * (steps + 1))
  assert.ok(count(svg, /<text/g) < 100)
})

test('as CSV: who moved, who is privileged, and the states', () => {
  assert.equal(
    statesToCsv(storyOf(mis, 'synchronous', toAndFro)),
    [
      'step,moved,privileged,legitimate,p0,p1,p2,p3',
      '0,,0 1 2 3,false,0,0,0,0',
      '1,0 1 2 3,0 1 2 3,false,1,1,1,1',
      '2,0 1 2 3,0 1 2 3,false,0,0,0,0',
      '',
    ].join('\n'),
  )
})
