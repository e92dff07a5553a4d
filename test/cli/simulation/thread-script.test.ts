import assert from 'node:assert/strict'
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { threadScript } from '../../../cli/simulation/thread-script.ts'
import { scratch } from '../../helpers/admissible.ts'

/** Which script runs a command line in a folder whose files were changed at these times, in seconds. */
function chosen(folder: string, words: string, files: Readonly<Record<string, number>>): string {
  mkdirSync(join(folder, 'bundle'), { recursive: true })
  for (const [name, time] of Object.entries(files)) {
    writeFileSync(join(folder, name), '')
    utimesSync(join(folder, name), time, time)
  }
  const dist = pathToFileURL(`${folder}/`)
  return threadScript(words.split(' '), dist).href.slice(dist.href.length)
}

const [bundle, compiled] = ['bundle/simulate-thread.js', 'cli/simulate-thread.js']
const stock = 'simulate flooding --topology gnp:degree=8 --n 5'

test('a bundle is run if nothing was compiled since', (t) => {
  assert.equal(chosen(scratch(t), stock, {}), compiled)
  assert.equal(chosen(scratch(t), stock, { [bundle]: 2, '.tsbuildinfo': 1 }), bundle)
  assert.equal(chosen(scratch(t), stock, { [bundle]: 1, '.tsbuildinfo': 2 }), compiled)
  // As in a package that is installed.
  assert.equal(chosen(scratch(t), stock, { [bundle]: 1 }), bundle)
})

test('modules of users are run beside the engine that they import', (t) => {
  const own = [
    'simulate ./mine.ts --topology ring --n 5',
    'simulate mine.mjs#echo --topology ring --n 5',
    'simulate flooding --topology ./mine.ts#wheel:spokes=4 --n 5',
    'simulate flooding --topology ring --n 5 --delay=mine.js#slow',
  ]
  for (const words of own) assert.equal(chosen(scratch(t), words, { [bundle]: 1 }), compiled, words)
  // A network is no module.
  const network = 'simulate flooding --topology file:net.json.txt --seed 1.5'
  assert.equal(chosen(scratch(t), network, { [bundle]: 1 }), bundle)
})
