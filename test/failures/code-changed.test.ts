import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { TestContext } from 'node:test'
import { test } from 'node:test'
import { scratch } from '../helpers/admissible.ts'
import { sweep, swept } from '../helpers/swept.ts'

/** A copy of the program in which one file is changed by replacing a text that is there. */
function changedProgram(t: TestContext, file: string, from: string, to: string): string {
  const folder = scratch(t)
  cpSync('dist', join(folder, 'dist'), { recursive: true })
  cpSync('package.json', join(folder, 'package.json'))
  for (const needed of ['node_modules', 'reports']) symlinkSync(resolve(needed), join(folder, needed))
  const path = join(folder, 'dist', file)
  const text = readFileSync(path, 'utf8')
  assert.ok(text.includes(from), `${file} has no ${from}`)
  writeFileSync(path, text.replace(from, to))
  return join(folder, 'dist/cli/main.js')
}

test('when the code of one delay changes, exactly its cells are named, and the file that changed', async (t) => {
  const folder = await swept(t, `${sweep} --no-report`)
  // The block is filled afterwards, so that its order before is of no consequence.
  const equivalent = changedProgram(
    t,
    'engine/timing/uniform.js',
    'stream.fillPositive(block)',
    'stream.fillPositive(block.reverse())',
  )
  const reversed = changedProgram(
    t,
    'engine/timing/uniform.js',
    'stream.fillPositive(block);',
    'stream.fillPositive(block); block.reverse();',
  )
  const run = (main: string, ...words: string[]) =>
    spawnSync(process.execPath, [main, 'reproduce', 'results/sweep', ...words], {
      cwd: folder,
      encoding: 'utf8',
    })
  const other = JSON.parse(run(equivalent, '--json').stdout)
  assert.equal(other.same, true)
  assert.deepEqual(other.code_changed, ['engine/timing/uniform.js'])

  const { status, stdout } = run(reversed)
  assert.equal(status, 1)
  assert.match(stdout, /not reproduced: 2 of \d+ files differ\n {2}runs\.csv, verdicts\.csv\n/)
  assert.match(stdout, /12 of 24 cells differ, all those with delay uniform/)
  assert.match(stdout, /row 1, flooding on ring, n = 8, delay uniform, .*: time [\d.]+ → [\d.]+/)
  assert.match(stdout, /code that has changed since: engine\/timing\/uniform\.js/)
  const found = JSON.parse(run(reversed, '--json').stdout)
  assert.equal(found.cells.length, 12)
  for (const { cell } of found.cells) assert.equal(cell.delay, 'uniform')
})
