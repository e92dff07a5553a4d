import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type TestContext, test } from 'node:test'
import { admissible, admissibleHere, scratch } from '../../helpers/admissible.ts'

const sweep =
  'sweep --algorithm flooding,lcr --topology ring --n 8..16 --delay uniform,constant --replicates 3 --seed 7'

/** A folder with a sweep in results/sweep. */
function swept(t: TestContext, words = sweep): string {
  const folder = scratch(t)
  assert.equal(admissible(words.split(' '), folder).code, 0)
  return folder
}

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

test('what a sweep left is reproduced byte for byte, report and all, and nothing stays behind', (t) => {
  // The figures are drawn again as they were asked for.
  const folder = swept(t, `${sweep} --theme paper --dpi 60 --chart against-n:measure=time`)
  const { code, stdout } = admissible(['reproduce', 'results/sweep', '--json'], folder)
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

test('when the code of one delay changes, exactly its cells are named, and the file that changed', (t) => {
  const folder = swept(t, `${sweep} --no-report`)
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
  assert.match(stdout, /not reproduced: 1 of \d+ files? differ/)
  assert.match(stdout, /12 of 24 cells differ, all those with delay uniform/)
  assert.match(stdout, /row 1, flooding on ring, n = 8, delay uniform, .*: time [\d.]+ → [\d.]+/)
  assert.match(stdout, /code that has changed since: engine\/timing\/uniform\.js/)
  const found = JSON.parse(run(reversed, '--json').stdout)
  assert.equal(found.cells.length, 12)
  for (const { cell } of found.cells) assert.equal(cell.delay, 'uniform')
})

test('a number that was changed by hand is found', (t) => {
  const folder = swept(t, `${sweep} --no-report`)
  const path = join(folder, 'results/sweep/runs.csv')
  const lines = readFileSync(path, 'utf8').split('\n')
  const column = lines[0]!.split(',').indexOf('comp_events')
  const fields = lines[5]!.split(',')
  const value = fields[column]!
  fields[column] = '999'
  lines[5] = fields.join(',')
  writeFileSync(path, lines.join('\n'))
  const { code, stdout } = admissible(['reproduce', 'results/sweep'], folder)
  assert.equal(code, 1)
  assert.match(stdout, /1 of 24 cells differ/)
  assert.match(stdout, new RegExp(`row 5, flooding .*: comp_events 999 → ${value}\n`))
})

test('what cannot be reproduced is refused in one line', async (t) => {
  const folder = scratch(t)
  const none = await admissibleHere(['reproduce', folder])
  assert.equal(none.code, 2)
  assert.match(none.stderr, /^admissible: .* holds no results: there is no readable manifest\.json in it\n$/)
  const words = 'sweep --algorithm flooding --topology ring --n 8 --replicates 2 --shard 1/2 --out part'
  assert.equal(admissible(words.split(' '), folder).code, 0)
  const part = await admissibleHere(['reproduce', join(folder, 'part')])
  assert.equal(part.code, 2)
  assert.match(part.stderr, /holds shard 1\/2 only; merge the shards first/)
})

test('another folder with results in it is left alone', (t) => {
  const folder = swept(t, `${sweep} --no-report`)
  const { code, stderr } = admissible(['reproduce', 'results/sweep', '--out', 'results/sweep'], folder)
  assert.equal(code, 2)
  assert.match(stderr, /results\/sweep holds results already; give another folder with --out/)
  assert.equal(admissible(['reproduce', 'results/sweep', '--out', 'again'], folder).code, 0)
  assert.ok(existsSync(join(folder, 'again/runs.csv')))
})
