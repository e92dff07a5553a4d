import assert from 'node:assert/strict'
import { test } from 'node:test'
import { algorithms, brachaConsensus, multiPaxos, raft } from '../../../../../algorithms/index.ts'
import {
  type AnyAlgorithm,
  attackFaults,
  type ComputedInstance,
  failuresIn,
  faultModel,
  objectiveNamed,
  shrinkScript,
} from '../../../../../engine/index.ts'
import { recordScript } from '../../../../../experiments/adversaries/faults/index.ts'
import { subjectFor } from '../../../../helpers/broken-algorithm.ts'
import { brokenAsynchronous } from '../../../../helpers/broken-asynchronous.ts'
import { verifyLines } from '../../../../helpers/record.ts'
import { completeInstance } from '../../resilience/on-complete.ts'

const named = (name: string): AnyAlgorithm => algorithms.find((one) => one.name === name)!

const search = (
  algorithm: AnyAlgorithm,
  instance: ComputedInstance,
  faults: string,
  { runs = 20_000, objective = null as string | null } = {},
) =>
  attackFaults(algorithm, instance, faultModel(faults, instance.network.n), {
    objective: objective === null ? null : objectiveNamed(objective, algorithm),
    ...{ runs, seed: 1, values: true },
  })

for (const one of brokenAsynchronous)
  test(`the search breaks ${one.what}, and what it has found is recorded, small and verified`, () => {
    const { algorithm, faults, properties } = one
    const instance = subjectFor(one)
    const { broken, script } = search(algorithm, instance, faults)
    assert.ok(broken !== null)
    assert.ok(properties.includes(broken.property), broken.property)
    assert.ok(failuresIn(script) <= Number(faults.split('=')[1]))
    const small = shrinkScript(algorithm, instance, { ...broken, script })
    assert.equal(small?.property, broken.property)
    const { lines, execution } = recordScript(
      { algorithm, setting: { identifiers: 'given' } },
      instance,
      small!.script,
    )
    assert.ok(execution.outcome.kind === 'violated' && properties.includes(execution.outcome.property))
    const { first_error, shows } = verifyLines(lines.join('').trimEnd().split('\n'), algorithm)
    assert.equal(first_error, null)
    assert.equal(shows!.broken?.property, execution.outcome.property)
  })

test('Ben-Or with half of all correct does not end, and the search says so', () => {
  const { broken, endless } = search(named('ben-or'), completeInstance(4, 2), 'crash:f=2', { runs: 5 })
  assert.equal(broken, null)
  assert.match(endless!, /more than 10000 messages were sent, and .*decide/)
})

for (const [algorithm, n, f, faults] of [
  [named('ben-or'), 3, 1, 'crash:f=1'],
  [named('bracha-rb'), 4, 1, 'byzantine:f=1'],
  [brachaConsensus.with(''), 4, 1, 'byzantine:f=1'],
  [named('reliable-broadcast-eager'), 4, 1, 'crash:f=1'],
  [named('paxos'), 3, 1, 'crash:f=1'],
  [named('paxos-with-leader'), 3, 1, 'crash:f=1'],
  [multiPaxos.with(''), 3, 1, 'crash:f=1'],
  [raft.with(''), 3, 1, 'crash:f=1'],
  [named('chandra-toueg'), 3, 1, 'crash:f=1'],
  [named('pbft'), 4, 1, 'byzantine:f=1'],
  [named('ben-or-byzantine'), 6, 1, 'byzantine:f=1'],
] as const)
  test(`nothing breaks ${algorithm.name} within its resilience, in 1,000 runs of the search`, () => {
    const instance = subjectFor({ algorithm, n, f })
    const { broken } = search(algorithm, instance, faults, { runs: 1000 })
    assert.equal(broken, null)
  })

test('a cost is made large by delays, where nothing may fail', () => {
  // The coordinator asks, is answered, and tells: by hand, three messages one after the other.
  const { value, script } = search(named('two-phase-commit'), completeInstance(4, 1), 'crash:f=0', {
    ...{ runs: 500, objective: 'time:decided' },
  })
  // Delays of at most 1, three of them one after the other: as near to 3 as a late message is to 1.
  assert.ok(value! > 3 - 1 / 500 && value! <= 3, `${value}`)
  assert.equal(failuresIn(script), 0)
})
