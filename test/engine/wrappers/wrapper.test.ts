import assert from 'node:assert/strict'
import { test } from 'node:test'
import { algorithms, sharedAlgorithms, stockWrappers } from '../../../algorithms/index.ts'
import {
  buildTopology,
  ComputedInstance,
  executeOnMemory,
  InputError,
  over,
  Random,
} from '../../../engine/index.ts'
import { defineExperiment, type ExperimentDefinition, runOver } from '../../../experiments/index.ts'
import { admissibleHere } from '../../helpers/admissible.ts'
import { runOverRegisters } from '../../helpers/over-registers.ts'

const named = (name: string) => algorithms.find((one) => one.name === name)!
const flooding = over(named('flooding'), 'registers')

/** Why an algorithm is refused in these wrappers. */
const refusal = (name: string, wrappers: string): string => {
  const inner = [...algorithms, ...sharedAlgorithms].find((one) => one.name === name)!
  try {
    over(inner, wrappers)
  } catch (error) {
    if (error instanceof InputError) return error.message
    throw error
  }
  return 'none'
}

test('what does not run over registers is refused in one line', async () => {
  assert.equal(
    refusal('bakery', 'registers'),
    'registers wraps algorithms of the asynchronous model; bakery is for shared memory',
  )
  assert.equal(
    refusal('floodmax', 'registers'),
    'registers wraps algorithms of the asynchronous model; floodmax runs in rounds only (put a synchronizer between, as in alpha+registers)',
  )
  assert.equal(
    refusal('flooding', 'registers+lamport-clocks'),
    'lamport-clocks wraps algorithms that pass messages; flooding over registers runs on registers',
  )
  assert.equal(
    refusal('flooding-broadcast', 'registers'),
    'registers does not wrap flooding-broadcast: it offers a service, and nobody asks for it on shared memory',
  )
  assert.throws(
    () => runOverRegisters(flooding, { seed: 1, delay: 'solo' }),
    new InputError(
      'flooding over registers: under the scheduler solo some take no step as long as others can, which poll for ever here; fair are round-robin, random, sticky, timed, priority',
    ),
  )
  const words = ['simulate', 'flooding', '--over', 'registers', '--topology', 'ring', '--n', '5']
  const { code, stdout, stderr } = await admissibleHere([...words, '--delay', 'constant'])
  assert.deepEqual(
    [code, stdout, stderr],
    [
      2,
      '',
      'admissible: flooding over registers runs on shared memory, where --delay has no meaning; --scheduler says who takes the steps\n',
    ],
  )
})

test('an experiment over registers has what means something there alone', () => {
  const usual: ExperimentDefinition = {
    name: 'over-registers',
    question: 'What do messages cost that pass through registers?',
    algorithms: ['flooding'],
    over: ['registers'],
    topologies: ['ring'],
    sizes: [5],
    replicates: 1,
    seed: 1,
  }
  assert.deepEqual(defineExperiment(usual).delays, ['random'])
  const problems: readonly (readonly [Partial<ExperimentDefinition>, string])[] = [
    [
      { over: ['none', 'registers'] },
      'algorithms: flooding over registers runs on shared memory, under schedulers, and flooding does not; give each its own experiment',
    ],
    [{ check: 'every' }, 'check: what flooding over registers promises is checked in the end; leave it out'],
    [
      { budget: { messages: 5 } },
      'budget.messages: a run on shared memory has none; budget.seconds limits it',
    ],
    [{ timings: ['synchronous'] }, 'timings: shared memory is asynchronous; leave them out'],
    [{ faults: ['crash:f=1'] }, 'faults: nothing fails where flooding over registers runs; leave them out'],
    [
      { worstCases: { exact: { sizes: [3] } } },
      'worstCases: nobody looks for those of flooding over registers; leave them out',
    ],
  ]
  for (const [changed, problem] of problems)
    assert.throws(
      () => defineExperiment({ ...usual, ...changed }),
      new InputError(`experiment over-registers: ${problem}`),
    )
  const plain = defineExperiment({ ...usual, over: ['none'], delays: ['uniform'] })
  assert.throws(
    () => runOver(plain, ['registers']),
    new InputError(
      'over: flooding over registers runs under schedulers, and the experiment over-registers has the delay uniform; sweep --over runs it',
    ),
  )
  const instance = new ComputedInstance(
    buildTopology('ring', { n: 3, stream: new Random(1, 2, 3, 4), readFile: () => '' }),
  )
  assert.throws(
    () => executeOnMemory(named('flooding'), instance, { seed: 1 }),
    new InputError('flooding does not run on shared memory (over registers it does)'),
  )
})

test('what is said to go between a wrapper and an algorithm is not refused itself', () => {
  const wrappersKnown = stockWrappers.map(({ name }) => name)
  let hints = 0
  for (const { name } of [...algorithms, ...sharedAlgorithms])
    for (const wrapper of wrappersKnown) {
      const between = /as in (\S+)\)/.exec(refusal(name, wrapper))?.[1]
      if (between === undefined) continue
      hints++
      assert.equal(refusal(name, between), 'none', `${name} over ${between}`)
    }
  assert.ok(hints >= 100, `${hints}`)
  // Neither a lock over ABD nor FloodMax over α offers broadcasts.
  assert.equal(
    refusal('bakery', 'fifo-order'),
    'fifo-order wraps algorithms of the asynchronous model; bakery is for shared memory',
  )
  assert.equal(
    refusal('floodmax', 'fifo-order'),
    'fifo-order wraps algorithms of the asynchronous model; floodmax runs in rounds only',
  )
})
