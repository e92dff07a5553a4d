import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { admissibleHere } from '../helpers/admissible.ts'

const page = readFileSync('docs/mutual-exclusion.md', 'utf8')

/** The simulations that the page names, in its order, as the words of a command line. */
const simulations = [...page.replaceAll(/\\\n\s*/g, '').matchAll(/^admissible (simulate .*)$/gm)].map(
  ([, words]) => words!.split(/\s+/),
)

async function simulated(words: readonly string[] | undefined) {
  const { stdout } = await admissibleHere([...words!, '--json'], '.')
  return JSON.parse(stdout)
}

test('the simulations of the page end as it says', async () => {
  const [token, original, deadlock] = simulations
  assert.equal(simulations.length, 3)
  assert.equal((await simulated(token)).outcome, 'quiescent')
  assert.match((await simulated(original)).detail, /answered: p_2 was asked for acquire at time 0 and never/)
  const { messages, time_declared } = await simulated(deadlock)
  assert.deepEqual({ messages, time_declared }, { messages: 5, time_declared: 3 })
  const repaired = original!.map((word) => word.replace(':protocol=original', ''))
  assert.equal((await simulated(repaired)).outcome, 'quiescent')
})
