import assert from 'node:assert/strict'
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { admissibleHere, scratch } from '../helpers/admissible.ts'

const words = (more = '') =>
  `sweep --algorithm flooding --topology file:net.txt --delay sampled:lag.txt,uniform --replicates 2 --workers 1 --no-report ${more}`.trim()

/** A folder with a sweep on a triangle with latencies from a file. */
async function onFiles(t: TestContext): Promise<string> {
  const folder = scratch(t)
  writeFileSync(join(folder, 'net.txt'), '1 2\n2 3\n3 1\n')
  writeFileSync(join(folder, 'lag.txt'), '1\n2\n3\n')
  const { code, stderr } = await admissibleHere(words().split(' '), folder)
  assert.equal(code, 0, stderr)
  return folder
}

const here = (folder: string, line: string) => admissibleHere(line.split(' '), folder)

/** As if the sweep had been interrupted before its last two cells. */
function interrupted(folder: string): void {
  const log = join(folder, 'results/sweep/runs.jsonl')
  writeFileSync(log, readFileSync(log, 'utf8').split('\n').slice(0, 3).join('\n').concat('\n'))
}

test('a sweep whose network or latencies were edited in the meantime is not resumed, and the file is named', async (t) => {
  for (const [file, text] of [
    ['net.txt', '1 2\n2 3\n3 1\n3 4\n'],
    ['lag.txt', '1\n2\n4\n'],
  ] as const) {
    const folder = await onFiles(t)
    interrupted(folder)
    const before = readFileSync(join(folder, file))
    writeFileSync(join(folder, file), text)
    const { code, stderr } = await here(folder, words('--resume'))
    assert.equal(code, 2)
    assert.match(stderr, new RegExp(`cannot resume .*: a data file has changed since it was begun: ${file};`))
    // Put back, it goes on.
    writeFileSync(join(folder, file), before)
    assert.equal((await here(folder, words('--resume'))).code, 0)
  }
})

test('complete results on an edited network are kept apart from those on the new one', async (t) => {
  const folder = await onFiles(t)
  const before = readFileSync(join(folder, 'results/sweep/runs.csv'), 'utf8')
  writeFileSync(join(folder, 'net.txt'), '1 2\n2 3\n3 1\n3 4\n')
  assert.equal((await here(folder, words())).code, 0)
  assert.equal(readFileSync(join(folder, 'results/sweep/previous-1/runs.csv'), 'utf8'), before)
})

test('replay and reproduce blame the file that has changed, not the code', async (t) => {
  const folder = await onFiles(t)
  writeFileSync(join(folder, 'net.txt'), '1 2\n2 3\n3 1\n3 4\n')
  const replay = await here(folder, 'replay results/sweep --row 1')
  assert.equal(replay.code, 1)
  // A triangle has 3 channels, with the new edge 4.
  assert.match(replay.stdout, /row 1 differs in n, m, .*: the data file net\.txt has changed since\n$/)
  const again = await here(folder, 'reproduce results/sweep')
  assert.equal(again.code, 1)
  assert.match(again.stdout, /\n {2}data that has changed since: net\.txt\n/)
  assert.doesNotMatch(again.stdout, /code that has changed/)
})

test('replay says so where a changed file makes no difference, and looks only at the files of its row', async (t) => {
  const folder = await onFiles(t)
  // The same triangle, written in another way.
  writeFileSync(join(folder, 'net.txt'), '# a triangle\n1 2\n2 3\n3 1\n')
  rmSync(join(folder, 'lag.txt'))
  const rows = readFileSync(join(folder, 'results/sweep/runs.csv'), 'utf8').split('\n')
  const uniform = rows.findIndex((row) => row.includes(',uniform,'))
  const { code, stdout } = await here(folder, `replay results/sweep --row ${uniform}`)
  assert.equal(code, 0)
  assert.match(stdout, /the same again, although the data file net\.txt has changed since\n$/)
})

test('replay and reproduce name a data file that is missing', async (t) => {
  const folder = await onFiles(t)
  const elsewhere = join(folder, 'elsewhere')
  mkdirSync(elsewhere)
  for (const command of ['replay ../results/sweep --row 1', 'reproduce ../results/sweep']) {
    const { code, stderr, stdout } = await here(elsewhere, command)
    assert.equal(code, 2)
    assert.equal(stdout, '')
    assert.match(
      stderr,
      /was run on the data file net\.txt, and now one cannot read “net\.txt”: there is no such/,
    )
  }
  copyFileSync(join(folder, 'net.txt'), join(elsewhere, 'net.txt'))
  copyFileSync(join(folder, 'lag.txt'), join(elsewhere, 'lag.txt'))
  assert.equal((await here(elsewhere, 'replay ../results/sweep --row 1')).code, 0)
})
