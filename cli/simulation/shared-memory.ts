import {
  type AnySharedAlgorithm,
  formalShared,
  InputError,
  isSharedObject,
  placeIn,
  type SharedExecution,
  schedulers,
  sharedCalls,
} from '../../engine/index.ts'
import { draftOf, RecordFile, runSharedCell, type SharedResult, sharedCell } from '../../experiments/index.ts'
import { workloadPart } from '../options/instance-options.ts'
import { type ScopeOptions, scopeOf, stepInScope } from '../options/scope.ts'
import { describeSharedStep } from '../output/describe-shared-step.ts'
import type { SimulateOptions } from './options.ts'
import { tellBegun } from './told.ts'

/** The options of simulate that a run of shared memory has, as they are called in the code. */
const own = [
  'n',
  'scheduler',
  'passages',
  'workload',
  'participants',
  'maxSteps',
  'seed',
  'json',
  'record',
  'trace',
  'processors',
  'from',
  'to',
  'maxSeconds',
  'memory',
]

/** Those that nothing else has. */
const foreign = ['scheduler', 'passages', 'participants', 'maxSteps'] as const

/** Throws an InputError if an algorithm that passes messages is given an option of shared memory. */
export function assertNoShared(name: string, options: SimulateOptions): void {
  const given = foreign.find((key) => options[key] !== undefined)
  if (given !== undefined)
    throw new InputError(
      `${optionOf(given)} is for algorithms for shared memory; ${name} passes messages, and --delay and --topology say how`,
    )
}

/** Runs an algorithm for shared memory once, as the options say; `print` takes the trace. Throws an InputError. */
export function simulateShared(
  algorithm: AnySharedAlgorithm,
  options: SimulateOptions,
  print: (text: string) => void,
): SharedResult {
  const { name, requires } = algorithm
  const foreign = Object.keys(options).find((key) => !own.includes(key))
  if (foreign !== undefined)
    throw new InputError(
      `${name} runs on shared memory, where ${optionOf(foreign)} has no meaning; there are ${own.map(optionOf).join(', ')}`,
    )
  const strange = isSharedObject(algorithm) ? 'passages' : 'workload'
  if (options[strange] !== undefined)
    throw new InputError(
      isSharedObject(algorithm)
        ? `${name} is no lock and makes no passages; --workload closed:operations=20 says what it is asked for`
        : `${name} is a lock; --passages says how many each processor makes, and --workload has no meaning`,
    )
  const n = options.n ?? requires.size
  if (n === undefined) throw new InputError(`${name} needs --n, the number of processors`)
  const { spec } = schedulers.parse(options.scheduler ?? 'random')
  const cell = { ...sharedCell(name, n, spec, options.seed), ...workloadPart(options) }
  tellBegun({
    cell,
    typeNames: [],
    json: options.json === true,
    draft: options.record === undefined ? null : draftOf(options.record),
    placeIn,
  })
  const { passages, participants, maxSteps: steps, trace = false, record } = options
  const file = record === undefined ? null : new RecordFile(record)
  try {
    const result = runSharedCell(algorithm, cell, {
      experiment: 'simulate',
      schedule: trace,
      ...(file !== null && { record: [file] }),
      ...(passages !== undefined && { passages }),
      ...(participants !== undefined && { participants }),
      ...(steps !== undefined && { steps }),
    })
    if (trace) printTrace(algorithm, n, options, result, print)
    return result
  } finally {
    file?.abandon()
  }
}

/** The run whose steps are printed, and which of them. */
type TracedRun = Pick<SimulateOptions, 'passages' | 'participants' | 'seed' | 'workload'> & ScopeOptions

/** The steps, one a line, as the definitions have them. */
export function printTrace(
  algorithm: AnySharedAlgorithm,
  n: number,
  options: TracedRun,
  { execution }: SharedResult,
  print: (text: string) => void,
): void {
  printSteps(systemOf(algorithm, n, options), execution, options, print)
}

/** The same of a system: those steps of an execution with its schedule that are asked for. */
export function printSteps(
  system: formalShared.SharedMemorySystem,
  execution: SharedExecution,
  options: ScopeOptions,
  print: (text: string) => void,
): void {
  const scope = scopeOf(options)
  let configuration = formalShared.initialSharedConfiguration(system)
  const { n } = system
  const { schedule } = execution
  const taken = execution.outcome.kind === 'failed' ? schedule!.slice(0, -1) : schedule!
  for (const [index, move] of taken.entries()) {
    const { variables } = configuration
    const p = move % n
    const next = formalShared.sharedStep(configuration, p, Math.floor(move / n))
    if (stepInScope(scope, index + 1, p)) print(`${describeSharedStep(index + 1, next.step, variables)}\n`)
    configuration = next.configuration
  }
}

function systemOf(
  algorithm: AnySharedAlgorithm,
  n: number,
  options: TracedRun,
): formalShared.SharedMemorySystem {
  const { passages = 10, participants = n, seed } = options
  if (isSharedObject(algorithm)) {
    const calls = sharedCalls(algorithm, n, seed, workloadPart(options).workload).fill([], participants)
    return { algorithm, n, passages: calls.map(({ length }) => length), calls }
  }
  return { algorithm, n, passages: Array.from({ length: n }, (_, p) => (p < participants ? passages : 0)) }
}

/** An option as people type it. */
export const optionOf = (key: string): string =>
  `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
