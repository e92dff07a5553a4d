import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flooding } from '../../../algorithms/index.ts'
import { atMost } from '../../../engine/index.ts'
import { defineExperiment } from '../../../experiments/definition/define.ts'
import type { ExperimentDefinition } from '../../../experiments/definition/experiment.ts'

const definition: ExperimentDefinition = {
  name: 'trial',
  question: 'Does it hold?',
  algorithms: ['flooding'],
  topologies: ['ring'],
  sizes: [8, 16],
  replicates: 2,
  seed: 1,
}

test('what is left out has its documented default', () => {
  assert.deepEqual(defineExperiment(definition), {
    ...definition,
    title: 'trial',
    algorithms: [flooding],
    timings: ['asynchronous'],
    delays: ['uniform'],
    wakeups: ['all'],
    inputs: ['random'],
    budget: {},
    untilCi: null,
    worstCases: { exact: null, searched: null, forced: null, replicates: 1 },
    charts: null,
    growthClasses: [],
  })
})

test('worst cases have their own sizes, and budgets that are documented', () => {
  const { worstCases } = defineExperiment({
    ...definition,
    worstCases: { exact: { sizes: [3] }, searched: { sizes: [8] } },
  })
  assert.deepEqual(worstCases, {
    exact: { sizes: [3], states: 1_000_000 },
    searched: { sizes: [8], runs: 2_000, strategies: null },
    forced: null,
    replicates: 1,
  })
  // No run needs to be sampled.
  const { sizes: _, ...unsized } = definition
  assert.deepEqual(defineExperiment({ ...unsized, worstCases: { exact: { sizes: [3] } } }).sizes, [])
})

test('an algorithm may be given by its name or as itself', () => {
  assert.deepEqual(
    defineExperiment({ ...definition, algorithms: [flooding] }),
    defineExperiment({ ...definition, algorithms: ['flooding'] }),
  )
})

test('specs come out in their canonical spelling', () => {
  const { delays, topologies } = defineExperiment({
    ...definition,
    topologies: ['ring: oriented = no'],
    delays: ['uniform:max=1.0,min=0.20'],
  })
  assert.deepEqual(topologies, ['ring:oriented=no'])
  assert.deepEqual(delays, ['uniform:min=0.2,max=1'])
})

test('the cost that an experiment is about is one that an algorithm has', () => {
  const about = (measure: string) => () =>
    defineExperiment({ ...definition, measure } as ExperimentDefinition).measure
  assert.equal(about('messages:M')(), 'messages:M')
  assert.throws(about('bit'), {
    message: 'experiment trial: measure: bit: there is no such measure; did you mean bits?',
  })
  assert.throws(about('messages:N'), {
    message:
      'experiment trial: measure: messages:N: the algorithm has no messages of type “N”; did you mean M?',
  })
})

test('defining a defined experiment changes nothing', () => {
  const experiment = defineExperiment(definition)
  assert.equal(defineExperiment(experiment), experiment)
})

test('every mistake is told with the path to its key', () => {
  const impostor = { ...flooding }
  const misspelt = { ...flooding, name: 'mine', claims: { messages: { ...atMost('n'), formula: '2 +' } } }
  const cases: readonly (readonly [object, string])[] = [
    [{ topologys: [] }, 'topologys: there is no such key; did you mean topologies?'],
    [{ budget: { mesages: 1 } }, 'budget.mesages: there is no such key; did you mean messages?'],
    [{ worstCases: { exakt: {} } }, 'worstCases.exakt: there is no such key; did you mean exact?'],
    [
      { worstCases: { exact: { sizes: [3], stats: 1 } } },
      'worstCases.exact.stats: there is no such key; did you mean states?',
    ],
    [
      { worstCases: { searched: { sizes: [8], strategies: ['anealing'] } } },
      'worstCases.searched.strategies[0]: unknown strategy “anealing”; did you mean annealing?',
    ],
    [
      { worstCases: { forced: { sizes: [8, 12] } } },
      'worstCases.forced.sizes[1]: 12 is not a power of two from 4 on',
    ],
    [{ worstCases: { searched: { sizes: [] } } }, 'worstCases.searched.sizes: is empty; list at least one'],
    [{ worstCases: { exact: { sizes: [3, 3] } } }, 'worstCases.exact.sizes[1]: 3 is listed twice'],
    [
      { worstCases: { exact: { sizes: [3] } }, timings: ['synchronous'] },
      'worstCases: they are about asynchronous schedules; timings must list asynchronous',
    ],
    [{ topologies: ['ring', 'rnig'] }, 'topologies[1]: unknown topology “rnig”; did you mean ring?'],
    [
      { topologies: ['ring:size=3'] },
      'topologies[0]: topology ring has no parameter “size”; it takes oriented',
    ],
    [{ topologies: ['ring', 'ring'] }, 'topologies[1]: ring is listed twice'],
    [{ topologies: 'ring' }, 'topologies: expected a list of texts'],
    [{ topologies: [] }, 'topologies: is empty; list at least one'],
    [{ topologies: [7] }, 'topologies[0]: expected a text such as ring'],
    [{ algorithms: ['floding'] }, 'algorithms[0]: unknown algorithm “floding”; did you mean flooding?'],
    [{ algorithms: [{}] }, 'algorithms[0]: expected the name of an algorithm or an algorithm'],
    [
      { algorithms: [impostor] },
      'algorithms[0]: the name flooding belongs to an algorithm of the catalogue; choose another',
    ],
    [
      { algorithms: [misspelt] },
      'algorithms[0]: algorithm mine: claims.messages: formula “2 +”: the formula ends, but a number, a name or “(” is expected there',
    ],
    [{ delays: ['unifrom'] }, 'delays[0]: unknown delay “unifrom”; did you mean uniform?'],
    [{ wakeups: ['al'] }, 'wakeups[0]: unknown wake-up “al”; did you mean all?'],
    [{ timings: ['async'] }, 'timings[0]: must be asynchronous or synchronous'],
    [{ sizes: [8, 1.5] }, 'sizes[1]: 1.5 is not an integer of at least 1'],
    [{ sizes: [] }, 'sizes: missing; every topology that is not read from a file needs them'],
    [{ replicates: 0 }, 'replicates: 0 is not an integer of at least 1'],
    [{ replicates: undefined }, 'replicates: missing'],
    [{ seed: -1 }, 'seed: -1 is not an integer of at least 0'],
    [{ seed: 'x' }, 'seed: expected a number'],
    [{ budget: { seconds: 0 } }, 'budget.seconds: must be above 0'],
    [{ budget: 3 }, 'budget: expected an object'],
    [{ charts: [1] }, 'charts[0]: expected the name of a chart'],
  ]
  for (const [change, message] of cases)
    assert.throws(() => defineExperiment({ ...definition, ...change } as ExperimentDefinition), {
      name: 'InputError',
      message: `experiment trial: ${message}`,
    })
  assert.throws(() => defineExperiment({ ...definition, name: '../up' }), {
    message: 'experiment ../up: name: must consist of letters, digits, “-”, “_” and “.”: it names a folder',
  })
  assert.throws(() => defineExperiment(null as unknown as ExperimentDefinition), {
    message: 'experiment: definition: expected an object',
  })
})
