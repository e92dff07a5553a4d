import type { Experiment, Plan } from '../../experiments/index.ts'
import { describeMemory, memoryData } from './describe-memory.ts'

/** What a sweep will run and cost, before anything runs. */
export function describePlan(
  experiment: Experiment,
  { cells, messages, memory }: Plan,
  json: boolean,
): string {
  const { name, question, replicates, seed, timings, topologies, sizes, delays, wakeups, inputs } = experiment
  const algorithms = experiment.algorithms.map((algorithm) => algorithm.name)
  const dimensions = { algorithms, timings, topologies, sizes, delays, wakeups, inputs }
  if (json)
    return `${JSON.stringify({ name, question, ...dimensions, replicates, seed, cells: cells.length, messages: Math.round(messages), memory: memoryData(memory) })}\n`
  const lines = Object.entries(dimensions).map(([key, values]) => `  ${key.padEnd(11)} ${values.join('  ')}`)
  const count = (value: number) => Math.round(value).toLocaleString('en')
  return [
    `${name}: ${question}`,
    ...lines,
    `  ${'replicates'.padEnd(11)} ${replicates}, from seed ${seed}`,
    `${count(cells.length)} runs, about ${count(messages)} messages`,
    describeMemory(memory),
  ].join('\n')
}
