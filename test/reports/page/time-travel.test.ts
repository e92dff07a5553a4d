import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { algorithms } from '../../../algorithms/index.ts'
import { type AnyAlgorithm, verify } from '../../../engine/index.ts'
import type { Row } from '../../../experiments/cell/row.ts'
import { openRecord } from '../../../experiments/executions/open-record.ts'
import { hasBoundsFor, hasRounds } from '../../helpers/catalogue.ts'
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
import { manifestOf, networksFor, sweepRow, travelRow, writePage } from '../../helpers/travel-page.ts'

const folder = temporaryFolder()

/** Flooding on a ring of four with unit delays from p0: five messages, time 3. */
const ringOfFour = sweepRow(cellWith())

/** Two kinds of delays for each of the networks; “rounds” is the synchronous model. */
const delays = [
  ['rounds', 'uniform'],
  ['rounds', 'exponential'],
  ['constant', 'per-link'],
] as const

/** In rounds only, or those that the algorithm runs with; whoever reads clocks has no rounds. */
const delaysFor = (algorithm: AnyAlgorithm, i: number): readonly string[] =>
  algorithm.requires.synchronous
    ? ['rounds']
    : delays[i]!.filter((delay) =>
        delay === 'rounds' ? hasRounds(algorithm) : hasBoundsFor(algorithm, delay),
      )

/** Every algorithm on its networks, in rounds and with several kinds of delays. */
const matrix: readonly Row[] = algorithms.flatMap((algorithm) =>
  networksFor(algorithm).flatMap(([topology, n], i) =>
    delaysFor(algorithm, i).map((delay) => {
      const weights = algorithm.requires.weights === undefined ? {} : { weights: 'distinct' }
      // With more operations there are more messages than the page shows.
      const workload = algorithm.service === undefined ? {} : { workload: 'once' }
      const given = { ...weights, ...workload }
      const parts = { algorithm: algorithm.name, topology, n, inputs: 'random', ...given, seed: 11 + i }
      return sweepRow(
        cellWith(delay === 'rounds' ? { ...parts, timing: 'synchronous' } : { ...parts, delay }),
      )
    }),
  ),
)

openBefore(() => writePage(folder, manifestOf([...matrix, ringOfFour])))

const messages = () => text('[data-cost=messages] .value')
const time = () => text('[data-cost=time] .value')
async function setDelay(delay: number): Promise<void> {
  await page.getByRole('spinbutton', { name: 'Delay of the chosen message' }).fill(String(delay))
  await nextFrame()
}

inPage(
  'what crosses the interface of a processor is told with its event, and bars are explained',
  async () => {
    // By hand: with unit delays p_0, the coordinator, lets itself in at once, and p_1 hears at 2 that it may enter.
    const parts = { algorithm: 'central-mutex', topology: 'complete', n: 2, inputs: 'ids=ascending,root=0' }
    await open(
      sweepRow(cellWith({ ...parts, workload: 'once:hold=3,processors=1', delay: 'constant', seed: 1 })),
    )
    const told: string[] = []
    for (let step = 0; step < 6; step++) {
      await choose(/^Forward/)
      told.push(await text('[aria-label="The last event"]'))
    }
    assert.ok(
      told.some((event) => /^p1 at time 0.*asked to acquire/.test(event)),
      told.join('\n'),
    )
    assert.ok(
      told.some((event) => /^p1 at time 2 .*answers/.test(event)),
      told.join('\n'),
    )
    assert.ok(
      told.some((event) => /^p1 at time 5 .*asked to release answers/.test(event)),
      told.join('\n'),
    )
    assert.match(await text('.legend'), /an operation until it is answered what it gave is held/)
  },
)

inPage('every algorithm, run again in the page, costs what the sweep wrote, to the last digit', async () => {
  const notes = await page.evaluate<string[]>(`(async (rows) => {
    const notes = []
    for (const row of rows) {
      const opened = admissible.open(document.getElementById('place'), row)
      await new Promise((seen) => requestAnimationFrame(seen))
      notes.push(document.querySelector('.costs p').textContent)
      opened.close()
    }
    return notes
  })(${JSON.stringify(matrix.map((row) => travelRow(row)))})`)
  for (const [i, { messages, time }] of matrix.entries())
    assert.equal(
      notes[i],
      `✓ Run again in this page: messages ${messages}, time ${time}, as in runs.csv to the last digit.`,
    )
  assert.ok(matrix.length >= 48)
})

inPage('a step forward tells of one event, a step back takes it away', async () => {
  await open(ringOfFour)
  await choose(/Forward/)
  // p0 starts at time 0 and sends M to both neighbours.
  assert.match(
    await text('.details'),
    /^p0 at time 0 wakes by itself.* sends m0 ⟨M value=\d+⟩ to p1 m1 .* to p3 In transit: 2/,
  )
  assert.match(
    await text('[role=status]'),
    /^Time 0: p0 wakes by itself, .* sends .* to p1, .* to p3, terminates\.$/,
  )
  for (let i = 0; i < 4; i++) await choose(/Forward/)
  // The other three wake at time 0 as well; then p1 receives it at time 1 and sends it on.
  assert.match(
    await text('.details'),
    /^p1 at time 1.* receives m0 .* from p0 .*informed: false → true.* sends m2 .* to p2 In transit: 2/,
  )
  await choose(/Back/)
  assert.match(await text('.details'), /^p3 at time 0 wakes by itself.*In transit: 2/)
})

inPage('half the delay of p0 → p1 on a ring of four makes flooding end at 2.5 instead of 3', async () => {
  // By hand: see the test of CellRunner.
  await open(ringOfFour)
  await choose(/Forward/)
  await choose(/^m0 /)
  await setDelay(0.5)
  assert.deepEqual([await messages(), await time()], ['5 → 5', '3 → 2.5'])
  // Both neighbours faster: 2.25.
  await choose(/^m1 /)
  await setDelay(0.25)
  assert.equal(await time(), '3 → 2.25')
  assert.equal(await link(), '#run=1&delays=0-1-1:0.5,0-3-1:0.25')
  // The link shows the same.
  await open(ringOfFour, await link())
  assert.deepEqual([await messages(), await time()], ['5 → 5', '3 → 2.25'])
  await choose(/Remove the delay of 0-3-1/)
  assert.equal(await time(), '3 → 2.5')
  await choose(/Remove the delay of 0-1-1/)
  assert.deepEqual([await messages(), await time()], ['5', '3'])
})

inPage('the head of the chosen message can be dragged to another delay', async () => {
  await open(ringOfFour)
  await choose(/Forward/)
  await choose(/^m0 /)
  const box = (await page.locator('canvas.diagram').boundingBox())!
  // Time runs from left + 35 to right − 14 over three units; the lines are a fifth of the height apart.
  const x = (at: number) => box.x + 1 + 35 + ((box.width - 2 - 35 - 14) * at) / 3
  const y = box.y + 1 + 10 + ((box.height - 2 - 34) * 1.5) / 5
  await page.mouse.move(x(1), y)
  await page.mouse.down()
  await page.mouse.move(x(0.5), y)
  await page.mouse.up()
  const delay = Number(await page.getByRole('spinbutton').inputValue())
  assert.ok(Math.abs(delay - 0.5) < 0.02, `delay ${delay}`)
})

inPage('an execution that the reader has edited can be taken along and verified', async () => {
  await open(ringOfFour, '#run=1&delays=0-1-1:0.5')
  const [download] = await Promise.all([page.waitForEvent('download'), choose(/Download execution/)])
  const path = `${folder}/${download.suggestedFilename()}`
  await download.saveAs(path)
  assert.match(path, /run-1-edited\.execution\.jsonl$/)
  const { header, lines, algorithm, instance } = await openRecord(path)
  const { ok, messages, time } = verify(header, lines, algorithm, instance, path)
  assert.deepEqual({ ok, messages, time }, { ok: true, messages: 5, time: 2.5 })
})

inPage(
  'in rounds there is no delay to change, and a link that asks for one shows the run as it was',
  async () => {
    const row = matrix.find(({ timing, algorithm }) => timing === 'synchronous' && algorithm === 'bfs-sync')!
    await open(row, '#run=1&delays=0-1-1:0.5')
    assert.equal(await text('[data-cost=rounds] .value'), String(row.time))
    assert.match(await text('.delays'), /no delays to change/)
    assert.equal(await page.getByRole('spinbutton').isVisible(), false)
  },
)

inPage('what cannot be shown says why, with the command', async () => {
  for (const [change, why] of [
    [{ evidence: 'exact' }, /the largest over all schedules, not that of a run/],
    [{ messages: 2_000_000 }, /2,000,000 messages on 4 processors; .* longer than a second/],
    [{ messages: null }, /never run/],
    [{ algorithm: 'nobody' }, /nobody is not in this page/],
  ] as const) {
    await open({ ...ringOfFour, ...change } as Row)
    // A large run is begun only once the page has said that it runs.
    await page.locator('#place .travel').waitFor()
    const shown = await text('.travel')
    assert.match(shown, why)
    assert.match(shown, /admissible simulate/)
  }
})

inPage('a run that costs other than the table says so', async () => {
  await open({ ...ringOfFour, messages: 6 })
  assert.match(await text('.costs'), /runs\.csv says otherwise/)
})

inPage('the diagram can show a part of the time, and follows the reader to another', async () => {
  await open(ringOfFour)
  const picture = () => page.evaluate<string>("document.querySelector('canvas.diagram').toDataURL()")
  const whole = await picture()
  await choose(/Show less of the time/)
  const part = await picture()
  assert.notEqual(part, whole)
  await page.getByRole('slider', { name: 'Events that have happened' }).fill('8')
  await nextFrame()
  assert.notEqual(await picture(), part)
  await page.getByRole('slider', { name: 'Events that have happened' }).fill('0')
  await choose(/Show more of the time/)
  assert.equal(await picture(), whole)
})

inPage('the keyboard alone steps through a run and plays it', async () => {
  await open(ringOfFour)
  const slider = page.getByRole('slider', { name: 'Events that have happened' })
  await slider.focus()
  await page.keyboard.press('ArrowRight')
  await nextFrame()
  assert.match((await slider.getAttribute('aria-valuetext'))!, /^event 1 of \d+: Time 0: p0 wakes by itself/)
  await page.keyboard.press('End')
  await page.waitForFunction("document.querySelector('.details').innerText.includes('Nothing in transit')")
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('4')
  await page.getByRole('button', { name: 'Play' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Pause' }).waitFor()
  await page.getByRole('button', { name: 'Play' }).waitFor({ timeout: 15_000 })
})

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

for (const scheme of ['light', 'dark'] as const)
  inPage(`an accessibility check finds nothing in the panel on a ${scheme} page`, async () => {
    await page.emulateMedia({ colorScheme: scheme })
    await open(ringOfFour, '#run=1&delays=0-1-1:0.5,0-3-1:0.25')
    await choose(/Forward/)
    await choose(/^m0 /)
    await page.evaluate(axe)
    const found = await page.evaluate<{
      violations: { id: string; nodes: { html: string; any: { message: string }[] }[] }[]
    }>("axe.run('#place')")
    assert.deepEqual(
      found.violations.map(({ id, nodes }) => [id, nodes.map(({ html, any }) => [html, any[0]?.message])]),
      [],
    )
  })
