import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { admissibleHere, scratch } from './admissible.ts'

/** A sweep of 2 algorithms × 2 sizes × 2 delays × 3 replicates, 24 cells. */
export const sweep =
  'sweep --algorithm flooding,lcr --topology ring --n 8..16 --delay uniform,constant --replicates 3 --seed 7'

/** A folder with a sweep in results/sweep. */
export async function swept(t: TestContext, words = sweep): Promise<string> {
  const folder = scratch(t)
  assert.equal((await admissibleHere(words.split(' '), folder)).code, 0)
  return folder
}
