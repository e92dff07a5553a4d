import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { describeGrowth } from '../../../cli/output/describe-growth.ts'
import { admissibleHere, scratch } from '../../helpers/admissible.ts'

const flags = ['--algorithm', 'flooding', '--topology', 'ring', '--n', '16..256', '--replicates', '2']

test('a sweep tells how costs grow, as data with --json', async (t) => {
  // Flooding takes 2m − n + 1 = n + 1 messages on a ring, in a time near n/2.
  const { stdout } = await admissibleHere(['sweep', ...flags, '--json'], scratch(t))
  const { growth } = JSON.parse(stdout)
  const found = growth.map((one: Record<string, unknown>) => [one.measure, one.verdict, one.class])
  assert.deepEqual(found, [
    ['messages', 'grows', 'n'],
    ['time', 'grows', 'n'],
  ])
})

test('a class of one’s own that cannot be is told with its place', async (t) => {
  const folder = scratch(t)
  writeFileSync(
    join(folder, 'own.mjs'),
    `import { defineExperiment } from 'admissible/experiments'
     export default defineExperiment({ name: 'own', question: '', algorithms: ['flooding'], topologies: ['ring'],
       sizes: [16], replicates: 1, seed: 1, growthClasses: ['n', 'k*n'] })`,
  )
  const { code, stderr } = await admissibleHere(['run', 'own.mjs'], folder)
  assert.equal(code, 2)
  assert.match(stderr, /growthClasses\[1\]: k\*n uses k; a class of growth is a formula in n, m, D, ecc/)
})

test('the terminal shows twelve lines, and says how many more there are', () => {
  const lines = Array.from({ length: 14 }, (_, i) => `line ${i}`)
  const told = describeGrowth(lines)
  assert.equal(told.length, 2 + 12 + 1)
  assert.equal(told.at(-1), '    … and 2 more')
  assert.deepEqual(describeGrowth([]), [])
})
