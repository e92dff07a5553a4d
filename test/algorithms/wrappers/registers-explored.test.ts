import assert from 'node:assert/strict'
import { test } from 'node:test'
import { algorithms } from '../../../algorithms/index.ts'
import { type AnyAlgorithm, formalShared, memorySystem, type OnMemory } from '../../../engine/index.ts'
import { networksFor } from '../../helpers/catalogue.ts'
import { overRegisters, runOverRegisters } from '../../helpers/over-registers.ts'

/** A system of more configurations is not gone through. */
const configurationsMax = 1500

interface Explored {
  /** The states of all configurations that can be reached, whatever the scheduler does, and in which nothing is left. */
  readonly ends: readonly (readonly OnMemory[])[]
  /** From how many configurations none of these can be reached. */
  readonly stuck: number
}

/** Goes through all configurations by the definitions alone; null if there are too many. */
function explored(system: formalShared.SharedMemorySystem): Explored | null {
  const { left } = system.algorithm as { left?: (state: object) => number }
  const ends: (readonly OnMemory[])[] = []
  const ended: string[] = []
  /** By configuration, those that lead to it with one step. */
  const before = new Map<string, string[]>()
  const keyOf = ({ processors, values }: formalShared.SharedConfiguration) =>
    JSON.stringify([processors.map(({ line, state }) => [line, state]), values])
  const initial = formalShared.initialSharedConfiguration(system)
  const open = [initial]
  before.set(keyOf(initial), [])
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const key = keyOf(next)
    const states = next.processors.map(({ state }) => state as OnMemory)
    if (states.reduce((sum, state) => sum + left!(state), 0) === 0) {
      ends.push(states)
      ended.push(key)
      continue
    }
    for (let p = 0; p < system.n; p++) {
      if (system.passages[p] === 0) continue
      const { configuration } = formalShared.sharedStep(next, p)
      const to = keyOf(configuration)
      if (!before.has(to)) open.push(configuration)
      before.set(to, [...(before.get(to) ?? []), key])
    }
    if (before.size > configurationsMax) return null
  }
  const leads = new Set<string>()
  for (let key = ended.pop(); key !== undefined; key = ended.pop()) {
    if (leads.has(key)) continue
    leads.add(key)
    ended.push(...before.get(key)!)
  }
  return { ends, stuck: before.size - leads.size }
}

/** What an algorithm over registers promises of a configuration in which nothing is left, and does not keep. */
function broken(
  { properties = {}, terminates }: AnyAlgorithm,
  { instance }: ReturnType<typeof runOverRegisters>,
  states: readonly OnMemory[],
): string[] {
  const final = { instance, states, terminated: (p: number) => states[p]!.over }
  const found = Object.entries(properties).filter(([, { check }]) => check(final) !== true)
  const running = terminates && states.some(({ over }) => !over)
  return [...found.map(([name]) => name), ...(running ? ['termination'] : [])]
}

for (const [n, least] of [
  [2, 30],
  [3, 30],
] as const)
  test(`in all interleavings of ${n} processors, algorithms keep over registers what they promise, and none is stuck`, () => {
    const complete: string[] = []
    for (const algorithm of algorithms) {
      const wrapped = overRegisters(algorithm)
      const [network] = wrapped === null ? [] : networksFor(wrapped, [n])
      if (wrapped === null || network === undefined) continue
      const run = runOverRegisters(wrapped, { ...network, seed: 1 })
      const found = explored(memorySystem(run))
      if (found === null) continue
      complete.push(algorithm.name)
      assert.equal(found.stuck, 0, algorithm.name)
      for (const states of found.ends) assert.deepEqual(broken(wrapped, run, states), [], algorithm.name)
    }
    assert.ok(complete.length >= least, `${complete.length}: ${complete.join(', ')}`)
    for (const name of ['flooding', 'echo']) assert.ok(complete.includes(name), name)
  })
