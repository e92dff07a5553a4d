import { type Experiment, enoughOfOneCost, type Plan, type WorstCases } from '../../experiments/index.ts'
import { describeMemory, memoryData } from './describe-memory.ts'

/** What a sweep will run and cost, before anything runs. */
export function describePlan(
  experiment: Experiment,
  { cells, messages, memory, files, leftOut }: Plan,
  json: boolean,
): string {
  const { name, question, replicates, untilCi, seed, worstCases } = experiment
  const { timings, topologies, sizes, delays, wakeups, inputs } = experiment
  const algorithms = experiment.algorithms.map((algorithm) => algorithm.name)
  const { zip = [], where = [], weights, clocks, workloads, faults, f } = experiment
  const weighted = {
    ...(weights !== undefined && { weights }),
    ...(clocks !== undefined && { clocks }),
    ...(workloads !== undefined && { workloads }),
    ...(faults !== undefined && { faults }),
    ...(f !== undefined && { f: [f] }),
  }
  const dimensions = { algorithms, timings, topologies, sizes, delays, wakeups, inputs, ...weighted }
  if (json)
    return `${JSON.stringify({ name, question, ...dimensions, ...(zip.length > 0 && { zip }), ...(where.length > 0 && { where }), replicates, untilCi, seed, worstCases, cells: cells.length, messages: Math.round(messages), memory: memoryData(memory), ...(leftOut.length > 0 && { left_out: leftOut }), ...(Object.keys(files).length === 0 ? {} : { files }) })}\n`
  const lines = Object.entries(dimensions).flatMap(([key, values]) => [
    `  ${key.padEnd(11)} ${values.join('  ')}`,
    ...values.flatMap((value) =>
      files[value] === undefined ? [] : `  ${''.padEnd(11)} ${value}: ${files[value]}`,
    ),
  ])
  const count = (value: number) => Math.round(value).toLocaleString('en')
  return [
    `${name}: ${question}`,
    ...lines,
    ...zip.map((names) => `  ${'zipped'.padEnd(11)} ${names.join(' with ')}`),
    ...where.map((text) => `  ${'where'.padEnd(11)} ${text}`),
    `  ${'replicates'.padEnd(11)} ${untilCi === null ? '' : `${untilCi.least} to `}${replicates}, from seed ${seed}`,
    ...(untilCi === null
      ? []
      : [
          `  ${''.padEnd(11)} until the 95% intervals of the means are narrower than ${100 * untilCi.fraction}%`,
          `  ${''.padEnd(11)} assuming that costs which are the same in ${enoughOfOneCost} runs, or as a claim says exactly, never vary`,
        ]),
    ...describeWorstCases(worstCases, count),
    ...leftOut.map((text) => `  ${''.padEnd(11)} ${text}`),
    `${untilCi === null ? '' : 'up to '}${count(cells.length)} runs, about ${count(messages)} messages`,
    describeMemory(memory),
  ].join('\n')
}

/** Which worst cases are to be found, and how far the search goes. */
function describeWorstCases(
  { searched, forced, exact, except = [] }: WorstCases,
  count: (value: number) => string,
): string[] {
  const line = (word: string, sizes: readonly number[], limit: string) =>
    `  ${word.padEnd(11)} n = ${sizes.join(', ')}; ${limit}`
  return [
    searched === null
      ? []
      : line('searched', searched.sizes, `${count(searched.runs)} runs for each measure`),
    forced === null ? [] : line('forced', forced.sizes, 'the proof of the lower bound for rings'),
    exact === null ? [] : line('exact', exact.sizes, `all schedules, up to ${count(exact.states)} states`),
    except.length === 0 ? [] : `  ${''.padEnd(11)} no worst cases of ${except.join(', ')}`,
  ].flat()
}
