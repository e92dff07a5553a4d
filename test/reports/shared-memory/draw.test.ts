import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mcsLock, petersonLock, sharedCoin } from '../../../algorithms/index.ts'
import {
  type AnySharedAlgorithm,
  exploreShared,
  readSharedHeader,
  recordSharedSchedule,
  type SharedStory,
  SharedStoryCollector,
  sharedWitness,
  verifyShared,
} from '../../../engine/index.ts'
import { drawPdf, drawSharedExecution, sharedStepsToCsv, standalone } from '../../../reports/index.ts'
import { sectionSpans } from '../../../reports/shared-memory/sections.ts'
import { ttasWithoutTest } from '../../helpers/broken-locks.ts'
import { linesOf, recordedRun } from '../../helpers/shared-record.ts'

const all = { processors: null, from: 0, to: Number.POSITIVE_INFINITY }

/** The story of a record. */
function storyOf(algorithm: AnySharedAlgorithm, lines: readonly string[], scope = all): SharedStory {
  const header = readSharedHeader(lines[0]!, () => 'record')
  const collector = new SharedStoryCollector(scope)
  const numbered = lines.slice(1).map((text, i) => ({ text, number: i + 2 }))
  const { end } = verifyShared(header, numbered, algorithm, 'record', (step) => collector.step(step))
  return collector.finish(header, algorithm, end)!
}

const alone = () =>
  recordedRun(petersonLock, { n: 2, participants: 1, passages: 1, scheduler: 'solo', seed: 1 })

/** The texts of a drawing, in order. */
const textsIn = (svg: string): string[] =>
  [...svg.matchAll(/<text [^>]*>(?:<tspan[^>]*>)?([^<]*)/g)].map((match) => match[1]!)

test('one who enters alone is in its critical section from its third step to its fourth', () => {
  // By hand: two writes, the read that enters, the write of the exit.
  assert.deepEqual(
    sectionSpans(storyOf(petersonLock, alone())).filter(({ processor }) => processor === 0),
    [
      { processor: 0, section: 'remainder', from: -1, to: 0 },
      { processor: 0, section: 'entry', from: 0, to: 2 },
      { processor: 0, section: 'critical', from: 2, to: 3 },
      { processor: 0, section: 'remainder', from: 3, to: 4 },
    ],
  )
})

test('a flip of a coin is a diamond, and a coin has no column and no line of values', () => {
  for (const [seed, isShort] of [
    [11, true],
    [3, false],
  ] as const) {
    const lines = recordedRun(sharedCoin, { n: 2, seed, workload: 'closed:operations=1' })
    const story = storyOf(sharedCoin, lines)
    assert.equal(story.moments.length <= 60, isShort)
    const { svg } = drawSharedExecution(story)
    const flips = lines.filter((line) => line.includes('"access":"flip"')).length
    // One more in the legend. The short one is a table, the long one goes from left to right.
    assert.equal([...svg.matchAll(/<path d="M/g)].length, flips + 1)
    assert.ok(textsIn(svg).includes('counter'))
    assert.ok(!textsIn(svg).includes('coin'))
  }
})

test('a short execution is a table: a row for each step, with the values of the variables', () => {
  const { svg } = drawSharedExecution(storyOf(petersonLock, alone()))
  const texts = textsIn(svg)
  for (const words of ['want[0] := 1', 'turn := 1', 'want[1] = 0', 'want[0] := 0'])
    assert.equal(texts.filter((text) => text === words).length, 1, words)
  assert.deepEqual(
    texts.slice(-3),
    ['0', '0', '0'],
    'the initial values of want[0], want[1] and turn come last',
  )
  assert.ok(texts.includes('2 processors, 1 of which take part, 1 passage each; scheduler solo'))
})

test('an execution that breaks what is promised says so, and one that shows a largest cost does', () => {
  const violation = sharedWitness(exploreShared(ttasWithoutTest, { n: 2 }), 'violation')!
  const broken = recordSharedSchedule(ttasWithoutTest, { n: 2, passages: 1, ...violation })
  const { svg } = drawSharedExecution(storyOf(ttasWithoutTest, linesOf(broken.blocks)))
  assert.match(svg, /fill="#b3001e">mutual exclusion is violated</)
  const largest = sharedWitness(exploreShared(mcsLock, { n: 2 }), 'passage:dsm')!
  const shown = recordSharedSchedule(mcsLock, { n: 2, passages: 9, ...largest })
  assert.match(
    drawSharedExecution(storyOf(mcsLock, linesOf(shown.blocks))).svg,
    /passage:dsm = 4, the largest</,
  )
})

test('a long execution is drawn as lines with a bar for each critical section, and can be written as a PDF', async () => {
  const lines = recordedRun(mcsLock, { n: 4, passages: 5, scheduler: 'random', seed: 3 })
  const story = storyOf(mcsLock, lines)
  const drawing = drawSharedExecution(story)
  assert.equal(drawing.svg.match(/, critical section<\/title>/g)!.length, 20)
  assert.match(standalone(drawing), /@font-face/)
  const pdf = await drawPdf(drawing, 'px', { title: 'MCS lock', subject: 'a test' })
  assert.equal(pdf.subarray(0, 5).toString(), '%PDF-')
})

test('a part of an execution begins with what was before it', () => {
  const lines = recordedRun(petersonLock, { n: 2, scheduler: 'round-robin', passages: 2, seed: 1 })
  const story = storyOf(petersonLock, lines, { ...all, from: 4, to: 6 })
  assert.deepEqual(
    story.moments.map(({ number }) => number),
    [4, 5, 6],
  )
  // In turns: both have written want, and p_0 has written turn := 1.
  assert.deepEqual(story.first.values, [1, 1, 1])
  assert.match(drawSharedExecution(story).svg, /steps 4 to 6/)
})

test('the steps as CSV have their sections, values and remote references', () => {
  const [head, first, second] = sharedStepsToCsv(storyOf(petersonLock, alone())).split('\n')
  assert.equal(
    head,
    'step,time,processor,section,line,access,variable,before,after,waits,remote_cc,remote_cc_write_back,remote_dsm,section_after',
  )
  assert.equal(first, '1,,0,remainder,1,write,want[0],0,1,false,true,true,true,entry')
  assert.equal(second, '2,,0,entry,2,write,turn,0,1,false,true,true,true,entry')
})
