import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Row, safetySentence } from '../../../experiments/index.ts'
import { admissibleHere, scratch } from '../../helpers/admissible.ts'
import { makeRow } from '../../helpers/samples.ts'

const algorithms = [
  {
    name: 'safe',
    title: 'Safe',
    summary: null,
    source: null,
    module: null,
    safety: ['mutualExclusion'],
    claims: [],
  },
  { name: 'plain', title: 'Plain', summary: null, source: null, module: null, claims: [] },
]

const row = (algorithm: string, checked: string | null, more: Partial<Row> = {}): Row => ({
  ...makeRow(),
  algorithm,
  comp_events: 10,
  extra: checked === null ? {} : { checked },
  ...more,
})
const sentence = (...rows: Row[]) => safetySentence(rows, algorithms)

test('one sentence says how runs were held to safety', () => {
  const [every, sample, end] = [row('safe', null), row('safe', '20 of 50'), row('safe', 'final')]
  assert.equal(sentence(every), 'Safety was checked after every event in the only run.')
  assert.equal(sentence(end, end), 'Safety was checked only at the end in both runs.')
  assert.equal(
    sentence(end, every, sample, every),
    'Safety was checked after every event in 2 runs, after a sample of the events in 1 run, only at the end in 1 run.',
  )
  assert.equal(
    sentence(every, row('plain', null)),
    'Safety was checked after every event in the only run of algorithms with safety properties.',
  )
})

test('runs that came to nothing, worst cases and algorithms without safety do not count', () => {
  assert.equal(sentence(), null)
  assert.equal(sentence(row('plain', null)), null)
  assert.equal(sentence(row('safe', null, { comp_events: null })), null)
  assert.equal(sentence(row('safe', null, { evidence: 'exact' })), null)
})

for (const [check, words] of [
  ['every', 'after every event'],
  ['final', 'only at the end'],
] as const)
  test(`a sweep with --check ${check} says so in the terminal and in its report`, async (t) => {
    const folder = scratch(t)
    const command = `sweep --algorithm echo,flooding --topology ring --n 8 --replicates 2 --workers 1 --check ${check} --out o`
    const { code, stdout } = await admissibleHere(command.split(' '), folder)
    assert.equal(code, 0)
    const said = `Safety was checked ${words} in both runs of algorithms with safety properties.`
    assert.ok(stdout.includes(`\n  ${said}\n`), stdout)
    assert.ok(readFileSync(join(folder, 'o', 'report.html'), 'utf8').includes(` ${said}</p>`))
  })
