import type { Command } from 'commander'
import {
  type Cell,
  clockRules,
  exposedTo,
  faultKinds,
  InputError,
  none,
  parseInputs,
  weightRules,
  workloads,
} from '../../engine/index.ts'

/** The options that choose identifiers, root, values and channel numbers one by one. */
export interface InstanceOptions {
  /** Wrappers in which the algorithm runs. */
  readonly over?: string | string[]
  readonly inputs?: string | string[]
  readonly ids?: string
  readonly root?: string
  readonly values?: string
  readonly ports?: string
  readonly weights?: string | string[]
  readonly clocks?: string | string[]
  readonly workload?: string | string[]
  readonly faults?: string | string[]
  readonly f?: number
  readonly wakeup?: string | string[]
  readonly initiators?: string
}

/** Adds those options to a command. */
export function addInstanceOptions(command: Command): Command {
  return command
    .option('--ids <rule>', 'identifiers: random, ascending, descending, best, worst, or a list 12,45,3')
    .option('--root <rule>', 'root: random, first, centre, periphery, or the index of a processor')
    .option('--values <rule>', 'inputs: random, or a list 1,0,1')
    .option('--ports <rule>', 'channel numbers: shuffled, sorted, as-built')
    .option('--initiators <list>', 'the processors that wake by themselves, at time 0, such as 1,3,5')
}

/** The name of an algorithm with the wrappers that an option asks for. */
export function nameOver(algorithm: string, { over }: Pick<InstanceOptions, 'over'>): string {
  const [wrappers = 'none'] = [over ?? []].flat()
  return wrappers === 'none' ? algorithm : `${algorithm} over ${wrappers}`
}

/** The inputs specs that the options ask for, in canonical spelling. */
export function inputsOf(options: InstanceOptions): string[] {
  const parts = (['ids', 'root', 'values', 'ports'] as const).flatMap((key) =>
    options[key] === undefined ? [] : [`${key}=${options[key].replaceAll(',', '+')}`],
  )
  const specs = [options.inputs ?? []].flat()
  if (parts.length > 0 && specs.length > 0)
    throw new InputError(
      '--inputs and --ids, --root, --values or --ports say the same thing; use one of the two ways',
    )
  if (parts.length > 0) return [parseInputs(parts.join(',')).spec]
  return specs.length > 0 ? specs : ['random']
}

/** The rule for weights that a command for one instance asks for, as part of its cell. */
export function weightsPart({ weights }: InstanceOptions): Pick<Cell, 'weights'> {
  return weights === undefined ? {} : { weights: weightRules.parse([weights].flat()[0]!).spec }
}

/** The rule for clocks that a command for one instance asks for, as part of its cell. */
export function clocksPart({ clocks }: InstanceOptions): Pick<Cell, 'clocks'> {
  return clocks === undefined ? {} : { clocks: clockRules.parse([clocks].flat()[0]!).spec }
}

/** The workload that a command for one instance asks for, as part of its cell. */
export function workloadPart({ workload }: InstanceOptions): Pick<Cell, 'workload'> {
  return workload === undefined ? {} : { workload: workloads.parse([workload].flat()[0]!).spec }
}

/** The faults that a command for one instance asks for, and how many may fail, as parts of its cell. */
export function faultsPart(
  { faults, f }: InstanceOptions,
  n: number | undefined,
): Pick<Cell, 'faults' | 'f'> {
  const spec = faults === undefined ? none : faultKinds.parse([faults].flat()[0]!).spec
  if (f !== undefined) return { faults: spec, f }
  return spec === none || n === undefined ? { faults: spec } : { faults: spec, f: exposedTo(spec, n).faulty }
}

/** The wake-up specs that the options ask for. */
export function wakeUpsOf({ wakeup, initiators }: InstanceOptions): string[] {
  const specs = [wakeup ?? []].flat()
  if (initiators === undefined) return specs.length > 0 ? specs : ['all']
  if (specs.length > 0) throw new InputError('--wakeup and --initiators say the same thing; use one of them')
  return [`given:initiators=${initiators.replaceAll(',', '+')}`]
}
