import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { admissibleHere } from '../helpers/admissible.ts'

const page = readFileSync('docs/mutual-exclusion.md', 'utf8')

/** The simulations that the page names, in its order, as the words of a command line. */
const simulations = [...page.replaceAll(/\\\n\s*/g, '').matchAll(/^admissible (simulate .*)$/gm)].map(
  ([, words]) => words!.replaceAll("'", '').split(/\s+/),
)

async function simulated(words: readonly string[] | undefined) {
  const { stdout } = await admissibleHere([...words!, '--json'], '.')
  return JSON.parse(stdout)
}

test('the simulations of the page end as it says', async () => {
  const [token, original, bottles, deadlock] = simulations
  assert.equal(simulations.length, 4)
  assert.equal((await simulated(token)).outcome, 'quiescent')
  assert.match((await simulated(original)).detail, /answered: p_2 was asked for acquire at time 0 and never/)
  // p_1 asks p_0 for the fork and the bottle, and gets both after two units; p_2 has its bottle.
  const sessions = await simulated(bottles)
  assert.deepEqual([sessions.messages, sessions.response, sessions.response_mean], [4, 2, 1])
  const { messages, time_declared } = await simulated(deadlock)
  assert.deepEqual({ messages, time_declared }, { messages: 5, time_declared: 3 })
  const repaired = original!.map((word) => word.replace(':protocol=original', ''))
  assert.equal((await simulated(repaired)).outcome, 'quiescent')
})
