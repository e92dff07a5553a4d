import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { admissibleHere } from '../helpers/admissible.ts'
import { sweep, swept } from '../helpers/swept.ts'

test('a number that was changed by hand is found', async (t) => {
  const folder = await swept(t, `${sweep} --no-report`)
  const path = join(folder, 'results/sweep/runs.csv')
  const lines = readFileSync(path, 'utf8').split('\n')
  const column = lines[0]!.split(',').indexOf('comp_events')
  const fields = lines[5]!.split(',')
  const value = fields[column]!
  fields[column] = '999'
  lines[5] = fields.join(',')
  writeFileSync(path, lines.join('\n'))
  const { code, stdout } = await admissibleHere(['reproduce', 'results/sweep'], folder)
  assert.equal(code, 1)
  assert.match(stdout, /1 of 24 cells differ/)
  assert.match(stdout, new RegExp(`row 5, flooding .*: comp_events 999 → ${value}\n`))
})
