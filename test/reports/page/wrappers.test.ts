import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { algorithms, sharedAlgorithms } from '../../../algorithms/index.ts'
import { type AnyAlgorithm, type Cell, over } from '../../../engine/index.ts'
import { runCell } from '../../../experiments/cell/run-cell.ts'
import { loadSharedAlgorithm } from '../../../experiments/index.ts'
import { startBrowser } from '../../helpers/browser.ts'
import { temporaryFolder } from '../../helpers/temporary.ts'
import { builder, cellWith } from '../../helpers/travel-cells.ts'
import { manifestOf, travelRow, writePage } from '../../helpers/travel-page.ts'

const folder = temporaryFolder()

const lockOfOnesOwn = `import { done, sharedVariable } from 'admissible'
export const mine = {
  name: 'turns',
  service: 'mutual exclusion',
  requires: { size: 2 },
  variables: () => ({ turn: sharedVariable({ values: 2 }) }),
  initially: ({ i }) => ({ i }),
  operations: {
    acquire: { 1: ({ i }, { turn }) => turn.await((whose) => whose === i, done) },
    release: { 1: ({ i }, { turn }) => turn.write(1 - i, done) },
  },
  guarantees: 'no deadlock',
}`

const rowOf = (algorithm: AnyAlgorithm, parts: Partial<Cell>) =>
  runCell(algorithm, cellWith({ algorithm: algorithm.name, delay: 'uniform', inputs: 'random', ...parts }), {
    experiment: 'sample',
    budget: {},
    builder,
  })

const named = (name: string) =>
  algorithms.find((one) => one.name === name) ?? sharedAlgorithms.find((one) => one.name === name)!

test('algorithms in wrappers, one of a user’s module among them, run again in the page and cost what the sweep wrote', async (context) => {
  const browser = await startBrowser()
  if (typeof browser === 'string') return context.skip(`no browser: ${browser}`)
  context.after(() => browser.close())
  const module = join(folder, 'mine.ts')
  writeFileSync(module, lockOfOnesOwn)
  const mine = over((await loadSharedAlgorithm(module))!, 'abd')
  const complete = { topology: 'complete', n: 4, workload: 'once' }
  const rows = [
    rowOf(over(named('floodmax'), 'alpha'), { topology: 'ring', n: 5 }),
    rowOf(over(named('echo'), 'dijkstra-scholten'), { topology: 'ring', n: 5 }),
    rowOf(over(named('bakery'), 'abd'), complete),
    rowOf(over(named('atomic-snapshot'), 'abd'), { ...complete, faults: 'crash:f=1' }),
    rowOf(over(named('flooding-broadcast'), 'fifo-order+timestamp-order+local-reads'), complete),
    // By hand: whose turn it is reads the one variable, and writes it in the end; both have leave once.
    rowOf(mine, { ...complete, n: 2 }),
  ]
  assert.deepEqual(
    rows.map(({ outcome }) => outcome),
    ['terminated', ...rows.slice(1).map(() => 'quiescent')],
  )
  const page = await browser.newPage()
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(await writePage(folder, manifestOf(rows, { [mine.name]: module })))
  const notes = await page.evaluate<string[]>(`(async (rows) => {
    const notes = []
    for (const row of rows) {
      const opened = admissible.open(document.getElementById('place'), row)
      await new Promise((seen) => requestAnimationFrame(seen))
      notes.push(document.querySelector('.costs p').textContent)
      opened.close()
    }
    return notes
  })(${JSON.stringify(rows.map((row) => travelRow(row)))})`)
  assert.deepEqual(
    notes,
    rows.map(
      ({ messages, time }) =>
        `✓ Run again in this page: messages ${messages}, time ${time}, as in runs.csv to the last digit.`,
    ),
  )
  assert.deepEqual(complaints, [])
  return undefined
})
