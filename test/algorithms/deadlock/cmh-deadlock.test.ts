import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cmhDeadlock } from '../../../algorithms/index.ts'
import type { Execution } from '../../../engine/index.ts'
import { runCell, violations } from '../../helpers/run.ts'

/** p_0 → p_1 → p_2 → p_0, and p_2 → p_3 → p_4: with channels in the order of neighbours, as sums of powers of two. */
const waits = 'field.waits=1+2+5+8+0'
const parts = { topology: 'complete', n: 5, delay: 'constant', seed: 1 } as const

const runFrom = (initiator: number) => {
  const wakeup = `given:${initiator}`
  return runCell(cmhDeadlock, { ...parts, wakeup, inputs: `ids=ascending,ports=sorted,${waits}` })
}

test('a probe of who is on a circle goes along every wait-for edge that it can reach, and comes back', () => {
  // By hand: it is at p_1 at 1, at p_2 at 2, at 3 at p_0, who declares, and at p_3, and at 4 at p_4, who does not wait.
  const { execution } = runFrom(0)
  const { messages, time, marks } = execution.measures
  assert.deepEqual({ messages, time, declared: marks.declared?.last }, { messages: 5, time: 4, declared: 3 })
  assert.deepEqual(
    execution.final.states.map((state) => (state as { declared: boolean }).declared),
    [true, false, false, false, false],
  )
})

test('who waits for a circle, or for nobody, declares nothing', () => {
  const declared = (initiator: number) =>
    runFrom(initiator).execution.final.states.some((state) => (state as { declared: boolean }).declared)
  assert.deepEqual([0, 1, 2, 3, 4].map(declared), [true, true, true, false, false])
  assert.equal(runFrom(3).execution.measures.messages, 1)
  assert.equal(runFrom(4).execution.measures.messages, 0)
})

interface Detecting {
  readonly waits: number
  readonly initiated: boolean
  readonly declared: boolean
}

/** By the closure of the wait-for graph: who waits for itself, and how many edges each processor can reach. */
function closureOf({ final }: Execution) {
  const { network } = final.instance
  const { n } = network
  const edges = final.states.map((state, p) => {
    const digits = [...(state as Detecting).waits.toString(2)].reverse()
    return digits.flatMap((digit, channel) =>
      digit === '1' && channel < network.degree(p) ? [network.neighbor(p, channel)] : [],
    )
  })
  const reaches = edges.map((next) => Array.from({ length: n }, (_, q) => next.includes(q)))
  for (let via = 0; via < n; via++)
    for (let p = 0; p < n; p++)
      for (let q = 0; q < n; q++) reaches[p]![q] ||= reaches[p]![via]! && reaches[via]![q]!
  const reached = (p: number) => edges.filter((_, q) => p === q || reaches[p]![q]).flat().length
  return { onCircle: (p: number) => reaches[p]![p]!, reached }
}

test('on random wait-for graphs, exactly those on a circle declare, with as many probes as there are edges to be reached', () => {
  const count = { on: 0, off: 0 }
  for (const topology of ['complete', 'gnp:degree=5', 'ring', 'torus', 'random-tree'])
    for (const delay of ['uniform', 'pareto', 'constant'])
      for (let seed = 0; seed < 20; seed++) {
        const wakeup = `random:k=${1 + (seed % 4)}`
        const run = runCell(cmhDeadlock, { topology, n: 16, delay, seed, wakeup })
        assert.deepEqual(violations(run), [], `${topology}, ${delay}, seed ${seed}`)
        const { onCircle, reached } = closureOf(run.execution)
        let probes = 0
        for (const [p, state] of run.execution.final.states.entries()) {
          const { initiated, declared } = state as Detecting
          assert.equal(declared, initiated && onCircle(p))
          if (!initiated) continue
          probes += reached(p)
          count[declared ? 'on' : 'off']++
        }
        assert.equal(run.execution.measures.messages, probes)
      }
  // Neither is rare.
  assert.ok(count.on > 100 && count.off > 100, JSON.stringify(count))
})
