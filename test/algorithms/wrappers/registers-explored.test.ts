import assert from 'node:assert/strict'
import { test } from 'node:test'
import { algorithms } from '../../../algorithms/index.ts'
import { formalShared, memorySystem, type OnMemory, over } from '../../../engine/index.ts'
import { runOverRegisters } from '../../helpers/over-registers.ts'

const named = (name: string) => algorithms.find((one) => one.name === name)!

/** All configurations that can be reached, by the definitions alone; the states of those in which nothing is left. */
function* quiet(system: formalShared.SharedMemorySystem): Generator<readonly OnMemory[]> {
  const seen = new Set<string>()
  const open = [formalShared.initialSharedConfiguration(system)]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const key = JSON.stringify([next.processors.map(({ line, state }) => [line, state]), next.values])
    if (seen.has(key)) continue
    seen.add(key)
    const states = next.processors.map(({ state }) => state as OnMemory)
    const { left } = system.algorithm as { left?: (state: object) => number }
    if (states.reduce((sum, state) => sum + left!(state), 0) === 0) yield states
    else
      for (let p = 0; p < system.n; p++)
        if (system.passages[p] !== 0) open.push(formalShared.sharedStep(next, p).configuration)
  }
}

for (const [name, topology, n] of [
  ['flooding', 'path', 2],
  ['flooding', 'ring', 3],
  ['echo', 'path', 3],
  ['lcr', 'ring', 3],
] as const)
  test(`in all interleavings, ${name} on a ${topology} of ${n} does over registers what it promises`, () => {
    const wrapped = over(named(name), 'registers')
    const run = runOverRegisters(wrapped, { topology, n, seed: 1 })
    let ends = 0
    for (const states of quiet(memorySystem(run))) {
      ends++
      const final = { instance: run.instance, states, terminated: (p: number) => states[p]!.over }
      for (const { check } of Object.values(wrapped.properties ?? {})) assert.equal(check(final), true)
      if (wrapped.terminates) assert.ok(states.every(({ over }) => over))
    }
    assert.ok(ends > 0)
  })
