import { InputError } from '../../engine/index.ts'
import { exploreWithFaults, type FaultSetup, recordScript, writeSchedule } from '../../experiments/index.ts'
import { exitCodes } from '../exit-codes.ts'
import { faultsPart, type InstanceOptions } from '../options/instance-options.ts'
import { ConfigurationsLine } from '../output/configurations-line.ts'
import { describeFaults, faultsJson } from '../output/describe-faults.ts'
import { adversaryCell } from './adversary-cell.ts'
import { exploredFaultSchedules } from './explore-fault-schedules.ts'
import { exploredStabilisation } from './explore-stabilisation.ts'

/** The options of explore where faults are chosen. */
interface FaultExploreCommand extends InstanceOptions {
  readonly topology?: string
  readonly n?: number
  readonly seed: number
  readonly states: number
  readonly seconds?: number
  readonly timing?: 'synchronous' | 'asynchronous'
  readonly beyond?: true
  readonly record?: string
  readonly extreme?: string
  readonly json?: true
}

/** What is about the exploration of schedules alone. */
const others = ['over', 'gain', 'workers', 'workload'] as const

const extremes = ['violation', 'messages-max'] as const

/** Explores the faults that are asked for; the exit code, null if none are. Throws an InputError. */
export async function exploredFaults(name: string, options: FaultExploreCommand): Promise<number | null> {
  if (options.faults === undefined) return null
  const other = others.find((key) => key in options)
  if (other !== undefined)
    throw new InputError(
      `--${other} is about schedules without faults; where faults are chosen, leave it out`,
    )
  const setup = await faultSetup(name, options)
  if (options.faults.includes('arbitrary-state')) return await exploredStabilisation(setup, options)
  if (options.timing === 'asynchronous') return await exploredFaultSchedules(setup, options)
  const which = extremeOf(options)
  const line = new ConfigurationsLine(options.seconds)
  const limits = { states: options.states, stopped: line.stopped }
  const finished = await exploreWithFaults(setup, limits).finally(() => line.end())
  const { subject, found, broken } = finished
  const file = options.record ?? null
  if (file !== null) {
    const script = which === 'messages-max' ? found.costliest : (broken[0]?.script ?? null)
    const first = script ?? (which === null ? found.costliest : null)
    if (first === null) throw new InputError(`--extreme ${which}: there is none to write`)
    writeSchedule(recordScript(subject, subject.instance, first), file)
  }
  const told = { finished, file }
  process.stdout.write(options.json ? `${JSON.stringify(faultsJson(told))}\n` : describeFaults(told))
  if (broken.length > 0 || found.claims.some(({ verdict }) => verdict === 'violated'))
    return exitCodes.violated
  return found.exhausted ? exitCodes.ok : exitCodes.failed
}

/** What options about faults ask for. Identifiers and channels are in order unless they are given. */
export async function faultSetup(
  name: string,
  options: Omit<FaultExploreCommand, 'states' | 'record' | 'json'>,
): Promise<FaultSetup> {
  const inputs = [options.inputs ?? []].flat()
  const given = options.values !== undefined || inputs.some((spec) => spec.includes('values'))
  const instance: InstanceOptions =
    inputs.length > 0
      ? options
      : { ...options, ids: options.ids ?? 'ascending', ports: options.ports ?? 'sorted' }
  const cell = await adversaryCell(name, options.topology ?? 'complete', {
    ...instance,
    ...(options.n !== undefined && { n: options.n }),
    seed: options.seed,
  })
  return {
    algorithm: name,
    cell: { ...cell, timing: 'synchronous', ...faultsPart(options, options.n) },
    inputs: given ? 'given' : 'all',
    beyond: options.beyond === true,
  }
}

function extremeOf({ extreme }: FaultExploreCommand): (typeof extremes)[number] | null {
  if (extreme === undefined) return null
  const found = extremes.find((one) => one === extreme)
  if (found !== undefined) return found
  throw new InputError(
    `--extreme is “${extreme}”; where faults are chosen it must be one of ${extremes.join(', ')}`,
  )
}
