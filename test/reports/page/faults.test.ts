import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { verify } from '../../../engine/index.ts'
import { openRecord } from '../../../experiments/executions/open-record.ts'
import {
  choose,
  inPage,
  link,
  nextFrame,
  open,
  openBefore,
  page,
  text,
} from '../../helpers/page-in-browser.ts'
import { temporaryFolder } from '../../helpers/temporary.ts'
import { cellWith } from '../../helpers/travel-cells.ts'
import { manifestOf, sweepRow, writePage } from '../../helpers/travel-page.ts'

const folder = temporaryFolder()

const inRounds = { topology: 'complete', timing: 'synchronous', f: 1 } as const

/** Told that one may fail; the input 0 is that of p0. */
const floodset = sweepRow(cellWith({ ...inRounds, algorithm: 'floodset', n: 4, inputs: 'values=0+1+1+1' }))
const phaseKing = sweepRow(
  cellWith({ ...inRounds, algorithm: 'phase-king', n: 5, inputs: 'values=1+1+1+1+1' }),
)
const bracha = sweepRow(
  cellWith({
    algorithm: 'bracha-rb',
    topology: 'complete',
    n: 4,
    f: 1,
    inputs: 'ids=ascending,values=1+1+1+1',
  }),
)

openBefore(() => writePage(folder, manifestOf([floodset, phaseKing, bracha])))

const verdicts = () => text('.verdicts')

/** Chooses one of three: what the processor at which the reader looks does. */
async function decide(name: RegExp): Promise<void> {
  await page.getByRole('radio', { name }).check()
  await nextFrame()
}

async function lookAt(processor: number): Promise<void> {
  await page.getByRole('combobox', { name: 'Processor that may fail' }).selectOption(`p${processor}`)
  await nextFrame()
}

async function say(to: string, message: string): Promise<void> {
  await page.getByRole('combobox', { name: to, exact: true }).selectOption(message)
  await nextFrame()
}

/** What the reader downloads, as `admissible verify` sees it. */
async function verified() {
  const [download] = await Promise.all([page.waitForEvent('download'), choose(/Download execution/)])
  const path = `${folder}/${download.suggestedFilename()}`
  await download.saveAs(path)
  const { header, lines, algorithm, instance } = await openRecord(path)
  return { path, header, ...verify(header, lines, algorithm, instance, path) }
}

inPage(
  'a reader crashes two processors of FloodSet, which was told of one, and agreement breaks',
  async () => {
    // By hand: see the test of the runner.
    await open(floodset)
    assert.equal(await page.locator('.verdicts').isVisible(), false)
    await choose(/Forward/)
    await decide(/^crashes$/)
    // Nothing goes out at first: the three others decide 1, and one crash is what FloodSet stands.
    assert.equal(await text('[data-cost=messages] .value'), '24 → 18')
    assert.match(await verdicts(), /holds: agreement .*holds: validity .*holds: termination/)
    assert.match(await verdicts(), /does not apply any more/)
    assert.equal(await link(), '#run=1&faults=0@0')
    await page.getByRole('checkbox', { name: /to p1$/ }).check()
    await nextFrame()
    assert.equal(await link(), '#run=1&faults=0@0/1')
    assert.match(await text('[aria-label="The last event"]'), /^p0 at round 0 .*crashes .*to p2 is not sent/)
    // p1 has heard of 0, and in round 1 tells only p2.
    await page.getByRole('slider', { name: 'Events that have happened' }).fill('6')
    await lookAt(1)
    await decide(/^crashes$/)
    await page.getByRole('checkbox', { name: /to p2$/ }).check()
    await nextFrame()
    assert.equal(await link(), '#run=1&faults=0@0/1,1@1/2')
    assert.match(
      await verdicts(),
      /broken: agreement processors do not decide the same: p_2 has 0, p_3 has 1/,
    )
    assert.match(
      await verdicts(),
      /No claim applies, beyond n > f: 2 processors may fail, but floodset is told that f = 1 may/,
    )
    const { path, ok, shows, header } = await verified()
    assert.match(path, /run-1-edited/)
    assert.deepEqual(
      [ok, shows?.broken?.property, header.faults],
      [true, 'agreement', 'crash:given=0@0/1+1@1/2'],
    )
    // The link shows the same.
    const shared = await link()
    await open(floodset, shared)
    assert.match(await verdicts(), /broken: agreement/)
    await choose(/Remove what is decided of p1/)
    assert.match(await verdicts(), /holds: agreement/)
    await choose(/Remove what is decided of p0/)
    assert.equal(await link(), '#run=1')
    assert.equal(await page.locator('.verdicts').isVisible(), false)
  },
)

inPage('all, none or some of the messages of a last step go out', async () => {
  await open(floodset)
  await choose(/Forward/)
  await decide(/^crashes$/)
  await choose(/All messages of the last step of p0/)
  assert.equal(await link(), '#run=1&faults=0@0/all')
  await page.getByRole('checkbox', { name: /to p3$/ }).uncheck()
  await nextFrame()
  assert.equal(await link(), '#run=1&faults=0@0/1/2')
  await choose(/None of the messages of the last step of p0/)
  assert.equal(await link(), '#run=1&faults=0@0')
})

inPage('a reader lets the king lie to one processor, and what the others hold stands', async () => {
  await open(phaseKing)
  await choose(/Forward/)
  await decide(/^lies$/)
  assert.match(await text('[aria-label="The last event"]'), /^p0 at round 0 .*Byzantine/)
  const before = await text('[data-cost=messages] .value')
  const select = page.getByRole('combobox', { name: 'Message to p1', exact: true })
  const options = await select.locator('option').allInnerTexts()
  // What it would send, nothing, and the alphabet of the algorithm.
  assert.match(options[0]!, /^what it would: ⟨/)
  assert.equal(options[1], 'nothing')
  const other = options.find((option) => /⟨/.test(option) && !options[0]!.includes(option))!
  await say('Message to p1', other)
  assert.match(await text('.faults'), /p0 lies, with one message of yours/)
  assert.equal(await text('[data-cost=messages] .value'), before)
  assert.match(await text('[aria-label="The last event"]'), new RegExp(other.replace(/[()]/g, '.')))
  assert.match(await verdicts(), /holds: agreement/)
  const { ok, shows, header } = await verified()
  assert.deepEqual([ok, shows, header.liars], [true, null, [0]])
  await say('Message to all', 'nothing')
  assert.match(await text('.faults'), /p0 lies, with 4 messages of yours/)
  await say('Message to all', 'what it would')
  assert.match(await text('.faults'), /p0 lies ?×$/)
  await page.getByRole('combobox', { name: 'What p0 does otherwise' }).selectOption('silent')
  await nextFrame()
  assert.match(await link(), /faults=0~silent$/)
})

inPage('without rounds: a sender of reliable broadcast that lies to one, and one that crashes', async () => {
  await open(bracha)
  await choose(/Forward/)
  await decide(/^lies$/)
  await say('Message to p1', '⟨initial value=0⟩')
  // p1 echoes 0, but p2, p3 and the liar echo 1; all correct ones deliver 1 or nothing.
  assert.doesNotMatch(await verdicts(), /broken/)
  assert.deepEqual([(await verified()).ok, (await verified()).shows], [true, null])
  await decide(/^crashes$/)
  assert.match(await text('.costs'), /ends as quiescent/)
  // Nobody hears of the value, so all there is are no messages at all.
  assert.match(await text('[data-cost=messages] .value'), /→ 0$/)
  assert.equal((await verified()).ok, true)
})

inPage('the keyboard alone crashes a processor, and keeps its place', async () => {
  await open(floodset)
  await page.getByRole('slider', { name: 'Events that have happened' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.getByRole('radio', { name: 'works' }).focus()
  await page.keyboard.press('ArrowDown')
  await nextFrame()
  assert.equal(await link(), '#run=1&faults=0@0')
  const focused = () => page.evaluate<string>("document.activeElement.getAttribute('aria-label')")
  assert.equal(await focused(), 'crashes')
  for (let i = 0; i < 3; i++) await page.keyboard.press('Tab')
  assert.match(await focused(), /to p1$/)
  await page.keyboard.press('Space')
  await nextFrame()
  assert.equal(await link(), '#run=1&faults=0@0/1')
  assert.match(await focused(), /to p1$/)
})

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

for (const [what, to] of [
  ['crashes', '#run=1&faults=0@0/1,1@1/2'],
  ['lies', '#run=1&faults=0~mutate'],
] as const)
  inPage(`an accessibility check finds nothing in the panel of a processor that ${what}`, async () => {
    await open(floodset, to)
    await choose(/Forward/)
    await page.evaluate(axe)
    const { violations } = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
      "axe.run('#place')",
    )
    assert.deepEqual(
      violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
      [],
    )
  })
