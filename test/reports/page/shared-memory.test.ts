import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { sharedAlgorithms, sharedMemoryAlgorithms } from '../../../algorithms/index.ts'
import type { SharedMemoryAlgorithm } from '../../../engine/index.ts'
import type { Row } from '../../../experiments/cell/row.ts'
import { loadSharedAlgorithm, runSharedCell, sharedCell } from '../../../experiments/index.ts'
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
import { verified } from '../../helpers/shared-record.ts'
import { temporaryFolder } from '../../helpers/temporary.ts'
import { manifestOf, travelRow, writePage } from '../../helpers/travel-page.ts'

const folder = temporaryFolder()

/** Two can find the bit 0. Its author wrote a line in the long form. */
const readThenWrite = `import { done, sharedVariable } from 'admissible'
export const mine = {
  name: 'read-then-write',
  service: 'mutual exclusion',
  requires: {},
  variables: () => ({ lock: sharedVariable({ values: 2 }) }),
  initially: () => ({}),
  operations: {
    acquire: {
      1: (_, { lock }) => lock.await((taken) => taken === 0, 2),
      2: (_, { lock }) => lock.write(1, done),
    },
    release: { 1: (_, { lock }) => lock.write(0, done) },
  },
  guarantees: 'no deadlock',
}`
const module = join(folder, 'mine.ts')

const algorithmOf = (name: string) => sharedAlgorithms.find((one) => one.name === name)!

/** The row of a sweep with this cell. */
const sweptRow = (name: string, n: number, scheduler: string, seed = 7): Row =>
  runSharedCell(algorithmOf(name), sharedCell(name, n, scheduler, seed), { experiment: 'sample' }).row

const matrix = sharedMemoryAlgorithms.flatMap(({ name, requires }) =>
  ['random', 'timed', 'overtake'].map((scheduler) => sweptRow(name, requires.size ?? 3, scheduler)),
)
const objects = ['treiber-stack', 'atomic-snapshot', 'register-kvalued'].map((name) =>
  sweptRow(name, 2, 'random'),
)
const turns = sweptRow('peterson-lock', 2, 'round-robin')

let broken: Row

openBefore(async () => {
  writeFileSync(module, readThenWrite)
  const lock = (await loadSharedAlgorithm(module))!
  const cell = sharedCell(lock.name, 2, 'solo', 1)
  broken = runSharedCell(lock, cell, { experiment: 'sample' }).row
  return await writePage(folder, manifestOf([...matrix, ...objects, turns], { [lock.name]: module }))
})

async function goTo(step: number): Promise<void> {
  await page.getByRole('slider', { name: 'Steps that have been taken' }).fill(String(step))
  await nextFrame()
}

/** The cells of the row of a table that begins so. */
const cellsOf = async (table: string, first: string): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll(${JSON.stringify(`${table} tbody tr`)})]
    .map((row) => [...row.children].map((cell) => cell.innerText.trim()))
    .find(([name]) => name === ${JSON.stringify(first)})`)

inPage(
  'every lock, and objects, run again in the page, are held to the definitions and cost what the sweep wrote',
  async () => {
    const notes = await page.evaluate<string[]>(`(async (rows) => {
    const notes = []
    for (const row of rows) {
      const opened = admissible.open(document.getElementById('place'), row)
      await new Promise((seen) => requestAnimationFrame(seen))
      notes.push(document.querySelector('.costs p').textContent)
      opened.close()
    }
    return notes
  })(${JSON.stringify([...matrix, ...objects].map((row) => travelRow(row)))})`)
    const expected =
      '✓ Run again in this page, and held to the definitions step by step: the same as in runs.csv.'
    assert.deepEqual(
      notes,
      [...matrix, ...objects].map(() => expected),
    )
  },
)

inPage(
  'a step forward shows where everyone is, the values and who holds a copy; a step back takes it away',
  async () => {
    // By hand, in turns: p0 writes want[0], p1 writes want[1], p0 writes turn := 1, p1 writes turn := 0, p0 reads want[1] = 1.
    await open(turns)
    for (let i = 0; i < 5; i++) await choose(/Forward one step/)
    assert.match(
      await text('.last'),
      /^p0, acquire line 3: reads want\[1\] = 1\. Remote in a cache-coherent memory: p0 has no valid copy; remote in a distributed one: it lives nowhere\.$/,
    )
    assert.deepEqual(await cellsOf('.state-of-things', 'want[0]'), ['want[0]', '1', '◆', ''])
    // p1 wrote it and p0 has read it since, so that both hold a copy and nobody the only one.
    assert.deepEqual(await cellsOf('.state-of-things', 'want[1]'), ['want[1]', '1', '●', '●'])
    assert.deepEqual(await cellsOf('.state-of-things', 'turn'), ['turn', '0', '', '◆'])
    assert.deepEqual((await cellsOf('.processors', 'p0')).slice(0, 7), [
      'p0',
      'entry',
      'acquire 4',
      'i: 0, other: 1',
      '3',
      '3',
      '3',
    ])
    await choose(/Back one step/)
    assert.deepEqual(await cellsOf('.state-of-things', 'want[1]'), ['want[1]', '1', '', '◆'])
    assert.deepEqual((await cellsOf('.processors', 'p0')).slice(2, 5), ['acquire 3', 'i: 0, other: 1', '2'])
    assert.match(await text('[role=status]'), /^p1, acquire line 2: writes turn := 0\.$/)
  },
)

inPage(
  'the lines of the program are those of its author, each with the processors that are at it',
  async () => {
    await open(turns)
    await goTo(5)
    const line = async (operation: string, number: number) =>
      text(`.program ol[aria-label=${operation}] li:nth-child(${number})`)
    assert.equal(await line('acquire', 3), '3 want.at(s.other).read((wants) => (wants === 0 ? done : 4)) p1')
    assert.match(await line('acquire', 4), /^4 turn\.read\(\(first\) => \(first === s\.i \? done : 3\)\) p0$/)
    assert.equal(await line('release', 1), '1 want.at(s.i).write(0, done)')
  },
)

inPage('an object has the lines of its operations, and its steps what is asked and answered', async () => {
  const [stack] = objects
  await open(stack!)
  await goTo(1)
  assert.match(await text('.last'), /^p\d, (push\(\d+\)|pop) line 1: /)
  assert.match(await text('.program ol[aria-label=push] li:nth-child(1)'), /^1 value\.at/)
  assert.match(await text('.legend'), /^operation a step that is a remote reference/)
  assert.match(await text('.costs'), /steps per operation/)
  await goTo(stack!.comp_events!)
  assert.match(await text('.last'), /, and (answers \d+|is done)\. /)
  await goTo(0)
  await choose(/Let p1 take the next step/)
  assert.equal(await link(), '#run=1&steps=0:1')
})

inPage('the reader lets both enter a broken lock of its own, and the record of it is true', async () => {
  await open(broken)
  await goTo(0)
  for (const p of [0, 1, 0, 1]) await choose(new RegExp(`Let p${p} take the next step`))
  assert.match(await text('.costs'), /With your steps: mutual exclusion is violated, in step 4, of p_1/)
  assert.match(await text('.section.critical.crowded'), /^critical section p0 ?p1$/)
  assert.match(
    await text('.program ol[aria-label=acquire]'),
    /^1 lock\.await\(\(taken\) => taken === 0, 2\) 2 lock/,
  )
  const own = await link()
  assert.equal(own, '#run=1&steps=0:0.1.0.1')
  const [download] = await Promise.all([page.waitForEvent('download'), choose(/Download execution/)])
  const path = join(folder, download.suggestedFilename())
  await download.saveAs(path)
  const { first_error, end } = verified(
    (await loadSharedAlgorithm(module)) as SharedMemoryAlgorithm,
    readFileSync(path, 'utf8').trimEnd().split('\n'),
  )
  assert.deepEqual([first_error, end!.property, end!.steps], [null, 'mutual exclusion', 4])
  // The link shows the same; the run as it was has none of it.
  await open(broken, own)
  assert.match(await text('.costs'), /With your steps: mutual exclusion is violated/)
  await choose(/The run as it was/)
  assert.match(await text('.costs'), /the same as in runs\.csv/)
  assert.equal(await link(), '#run=1')
})

inPage(
  'steps that nobody can take are left out, and what cannot be shown says why, with the command',
  async () => {
    await open(turns, '#run=1&steps=0:7.7')
    assert.match(await text('.costs'), /the same as in runs\.csv/)
    await open({ ...turns, comp_events: 3_000_000 })
    await page.locator('#place .travel').waitFor()
    assert.match(
      await text('.travel'),
      /3,000,000 steps of 2 processors; .* admissible simulate peterson-lock/,
    )
  },
)

inPage('the keyboard alone steps through a run and plays it', async () => {
  await open(turns)
  const slider = page.getByRole('slider', { name: 'Steps that have been taken' })
  await slider.focus()
  await page.keyboard.press('ArrowRight')
  await nextFrame()
  assert.match(
    (await slider.getAttribute('aria-valuetext'))!,
    /^step 1 of \d+: p0, acquire line 1: writes want\[0\] := 1\.$/,
  )
  await goTo(turns.comp_events! - 2)
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('4')
  await page.getByRole('button', { name: 'Play' }).focus()
  await page.keyboard.press('Enter')
  const last = new RegExp(`step ${turns.comp_events} of ${turns.comp_events}$`)
  await page.locator('.now', { hasText: last }).waitFor({ timeout: 15_000 })
  await page.getByRole('button', { name: 'Play' }).waitFor({ timeout: 15_000 })
})

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

for (const scheme of ['light', 'dark'] as const)
  inPage(`an accessibility check finds nothing in the panel on a ${scheme} page`, async () => {
    await page.emulateMedia({ colorScheme: scheme })
    await open(broken, '#run=1&steps=0:0.1.0.1')
    await page.evaluate(axe)
    const found = await page.evaluate<{
      violations: { id: string; nodes: { html: string; any: { message: string }[] }[] }[]
    }>("axe.run('#place')")
    assert.deepEqual(
      found.violations.map(({ id, nodes }) => [id, nodes.map(({ html, any }) => [html, any[0]?.message])]),
      [],
    )
  })
