import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { bundlePackage, entries, nameInBundle } from '../../scripts/bundle.ts'
import { temporaryFolder } from '../helpers/temporary.ts'

/** Compiled files in a folder of their own, with a bundle or without one. */
async function installation(bundled: boolean): Promise<string> {
  const folder = temporaryFolder()
  for (const name of ['engine', 'algorithms', 'experiments', 'reports', 'cli'])
    cpSync(join('dist', name), join(folder, 'dist', name), {
      recursive: true,
      filter: (path) => !/\.(map|d\.ts)$/.test(path),
    })
  cpSync('package.json', join(folder, 'package.json'))
  cpSync('experiments/library/networks', join(folder, 'experiments/library/networks'), { recursive: true })
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  if (bundled) await bundlePackage(join(folder, 'dist'))
  return folder
}

const own = 'examples/own-algorithm/experiment.ts'
const [bundle, modules] = [await installation(true), await installation(false)]

/** What a command line prints, but for how fast it was, and its exit code. */
function told(folder: string, words: readonly string[]): { readonly output: string; readonly code: number } {
  try {
    const options = { encoding: 'utf8', stdio: 'pipe' } as const
    const output = execFileSync(process.execPath, [join(folder, 'dist/cli/main.js'), ...words], options)
    return { output: output.replace(/; \S+ steps a second/, ''), code: 0 }
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string }
    return { output: stdout + stderr, code: status }
  }
}

const lines = [
  'simulate flooding --topology ring --n 5 --delay constant --json',
  'simulate hirschberg-sinclair --topology ring --n 16 --seed 7 --trace',
  'simulate ghs-mst --topology gnp:degree=4 --n 16 --weights distinct --json',
  'simulate echo --topology file:admissible/abilene-2005.txt --wakeup root',
  'simulate luby-mis --topology torus --n 16',
  'simulate mcs-lock --n 4 --json',
  'simulate floodign --topology ring --n 5',
  'explore lcr --topology ring --n 3 --timing synchronous',
  'list topologies',
]

for (const line of lines)
  test(`the bundle says what the modules say: ${line}`, () => {
    const words = line.split(' ')
    const bundled = told(bundle, words)
    assert.notEqual(bundled.output, '')
    assert.deepEqual(bundled, told(modules, words))
  })

test('an experiment of one’s own with an algorithm of one’s own has the same results', () => {
  const folder = temporaryFolder()
  const [bundled, apart] = [join(folder, 'bundled'), join(folder, 'apart')]
  for (const [home, out] of [[bundle, bundled] as const, [modules, apart] as const]) {
    const { output, code } = told(home, ['run', own, '--out', out, '--no-report'])
    assert.equal(code, 0, output)
  }
  for (const name of ['runs.csv', 'verdicts.csv'])
    assert.equal(readFileSync(join(bundled, name), 'utf8'), readFileSync(join(apart, name), 'utf8'), name)
})

test('whatever begins in the bundle is found by its place', () => {
  const folder = join(bundle, 'dist/bundle')
  const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
  for (const entry of entries.filter((entry) => entry !== 'cli/program.js'))
    assert.ok(
      texts.some((text) => text.includes(`new URL("./${nameInBundle(entry)}",import.meta.url)`)),
      entry,
    )
})
