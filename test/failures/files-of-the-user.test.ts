import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { admissibleHere, scratch } from '../helpers/admissible.ts'

const sweep =
  'sweep --algorithm flooding --topology ring --n 4,8 --replicates 2 --workers 1 --chart against-n --out res'

/** A command in a folder that has the results of the sweep in `res`; they end well. */
async function here(folder: string, line: string): Promise<string> {
  const { code, stderr } = await admissibleHere(line.split(' '), folder)
  assert.equal(code, 0, stderr)
  return stderr
}

async function swept(t: TestContext): Promise<{ folder: string; file: (name: string) => string }> {
  const folder = scratch(t)
  await here(folder, sweep)
  return { folder, file: (name) => join(folder, 'res', name) }
}

const read = (path: string) => readFileSync(path, 'utf8')

test('what the user puts into a folder of results stays when the sweep runs again, or another one does', async (t) => {
  const { folder, file } = await swept(t)
  const own = ['latex/paper.tex', 'charts/edited.svg', 'charts/mine.vl.json', 'latex/tables/mine.tex']
  for (const name of own) writeFileSync(file(name), 'mine')
  // The same sweep, then one with another seed, whose older results are kept.
  assert.doesNotMatch(await here(folder, sweep), /previous/)
  assert.match(
    await here(folder, `${sweep} --seed 9`),
    /results of another sweep: runs\.jsonl, .*now in .*res\/previous-1/,
  )
  await here(folder, 'report res')
  for (const name of own) assert.equal(read(file(name)), 'mine', name)
  assert.ok(existsSync(file('previous-1/latex/macros.tex')))
})

test('a figure that the user has edited is moved, and named, when it would be drawn again', async (t) => {
  for (const command of [sweep, 'report res --chart against-n']) {
    const { folder, file } = await swept(t)
    const drawn = read(file('charts/messages-against-n.svg'))
    writeFileSync(file('charts/messages-against-n.svg'), '<svg>mine</svg>')
    const said = await here(folder, command)
    assert.match(said, /not as it was written: charts\/messages-against-n\.svg; now in .*res\/previous-1\n/)
    assert.equal(read(file('previous-1/charts/messages-against-n.svg')), '<svg>mine</svg>')
    assert.equal(read(file('charts/messages-against-n.svg')), drawn)
    // Once is enough.
    assert.doesNotMatch(await here(folder, command), /previous/)
  }
})

test('tables that were edited are kept as well', async (t) => {
  const { folder, file } = await swept(t)
  writeFileSync(file('runs.csv'), `${read(file('runs.csv'))}mine\n`)
  assert.match(await here(folder, sweep), /not as it was written: runs\.csv; now in .*res\/previous-1\n/)
  assert.match(read(file('previous-1/runs.csv')), /mine\n$/)
  assert.doesNotMatch(read(file('runs.csv')), /mine/)
})

test('a chart that is no longer drawn goes, unless it was edited', async (t) => {
  const { folder, file } = await swept(t)
  writeFileSync(file('charts/messages-against-n.svg'), '<svg>mine</svg>')
  await here(folder, 'report res --chart against-n:measure=time')
  assert.equal(read(file('charts/messages-against-n.svg')), '<svg>mine</svg>')
  for (const kind of ['png', 'pdf', 'csv', 'vl.json'])
    assert.ok(!existsSync(file(`charts/messages-against-n.${kind}`)), kind)
  assert.ok(existsSync(file('charts/time-against-n.svg')))
})

test('a report without themes draws those of an earlier one again, at their resolution', async (t) => {
  const { folder, file } = await swept(t)
  await here(folder, 'report res --chart against-n --theme paper --dpi 60')
  const before = readFileSync(file('charts/paper/messages-against-n.png'))
  await here(folder, 'report res --chart against-n --format parquet')
  assert.ok(readFileSync(file('charts/paper/messages-against-n.png')).equals(before))
  assert.ok(existsSync(file('runs.parquet')))
})

test('without a list of what was written, or with a damaged one, nothing is removed', async (t) => {
  for (const list of ['{', '"text"', '{"runs.csv":"0"}']) {
    const { folder, file } = await swept(t)
    const before = read(file('runs.csv'))
    writeFileSync(file('files.json'), list)
    await here(folder, `${sweep} --no-report`)
    assert.equal(read(file('previous-1/runs.csv')), before)
  }
})

test('a folder of the user that is in the way of a file is moved and named', async (t) => {
  const { folder, file } = await swept(t)
  rmSync(file('report.html'))
  mkdirSync(file('report.html/inside'), { recursive: true })
  assert.match(await here(folder, 'report res --chart against-n'), /report\.html; now in .*previous-1\n/)
  assert.ok(existsSync(file('previous-1/report.html/inside')))
})
