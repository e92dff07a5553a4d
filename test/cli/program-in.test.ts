import assert from 'node:assert/strict'
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { programIn } from '../../cli/program-in.ts'
import { scratch } from '../helpers/admissible.ts'

/** Where the program begins in a folder whose files were changed at these times, in seconds. */
function chosen(folder: string, files: Readonly<Record<string, number>>): string {
  mkdirSync(join(folder, 'bundle'), { recursive: true })
  for (const [name, time] of Object.entries(files)) {
    writeFileSync(join(folder, name), '')
    utimesSync(join(folder, name), time, time)
  }
  const dist = pathToFileURL(`${folder}/`)
  return programIn(dist).href.slice(dist.href.length)
}

const [bundle, compiled] = ['bundle/cli-program.js', 'cli/program.js']

test('a bundle is run if nothing was compiled since', (t) => {
  assert.equal(chosen(scratch(t), {}), compiled)
  assert.equal(chosen(scratch(t), { [bundle]: 2, '.tsbuildinfo': 1 }), bundle)
  assert.equal(chosen(scratch(t), { [bundle]: 1, '.tsbuildinfo': 2 }), compiled)
  // As in a package that is installed.
  assert.equal(chosen(scratch(t), { [bundle]: 1 }), bundle)
})
