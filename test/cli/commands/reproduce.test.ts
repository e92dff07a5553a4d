import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { admissibleHere } from '../../helpers/admissible.ts'
import { sweep, swept } from '../../helpers/swept.ts'

test('what a sweep left is reproduced byte for byte, report and all, and nothing stays behind', async (t) => {
  // The figures are drawn again as they were asked for.
  const folder = await swept(t, `${sweep} --theme paper --dpi 60 --chart against-n:measure=time`)
  const { code, stdout } = await admissibleHere(['reproduce', 'results/sweep', '--json'], folder)
  assert.equal(code, 0)
  const { same, rows, files, different, cells, code_changed } = JSON.parse(stdout)
  // 2 algorithms × 2 sizes × 2 delays × 3 replicates.
  assert.deepEqual(
    { same, rows, different, cells, code_changed },
    { same: true, rows: 24, different: [], cells: [], code_changed: [] },
  )
  for (const file of ['runs.csv', 'summary.csv', 'report.html', 'charts/paper/time-against-n.png'])
    assert.ok(files.includes(file), file)
  assert.ok(!existsSync(join(folder, 'results/sweep/reproduction')))
})

test('what the user puts into the folder of a reproduction stays there', async (t) => {
  const folder = await swept(t, `${sweep} --no-report`)
  const place = join(folder, 'results/sweep/reproduction')
  mkdirSync(place)
  writeFileSync(join(place, 'notes.txt'), 'mine')
  assert.equal((await admissibleHere(['reproduce', 'results/sweep'], folder)).code, 0)
  assert.deepEqual(readdirSync(place), ['notes.txt'])
})
