import { InputError } from '../../engine/index.ts'
import { attackWithFaults, recordScript, writeSchedule } from '../../experiments/index.ts'
import { exitCodes } from '../exit-codes.ts'
import type { InstanceOptions } from '../options/instance-options.ts'
import { describeFaultAttack, faultAttackJson } from '../output/describe-fault-attack.ts'
import { faultSetup } from './explore-faults.ts'

/** The options of attack where faults are chosen. */
interface FaultAttackCommand extends InstanceOptions {
  readonly topology?: string
  readonly n?: number
  readonly seed: number
  readonly objective?: string
  readonly runs?: number
  readonly beyond?: true
  readonly record?: string
  readonly json?: true
}

/** What is about the search for schedules alone, or about its machinery. */
const others = ['choose', 'strategy', 'seconds', 'workers', 'exact', 'workload'] as const

/** Searches for faults if that is asked for; the exit code, null if not. Throws an InputError. */
export async function attackedFaults(name: string, options: FaultAttackCommand): Promise<number | null> {
  if (options.faults === undefined) {
    if (options.f === undefined && options.beyond === undefined) return null
    throw new InputError('--f and --beyond go with --faults, such as --faults crash:f=2')
  }
  const other = others.find((key) => key in options)
  if (other !== undefined)
    throw new InputError(`--${other} is about schedules; where faults are chosen, leave it out`)
  const setup = await faultSetup(name, options)
  const asked = options.objective ?? 'violation'
  const finished = await attackWithFaults({
    ...setup,
    inputs: setup.inputs === 'all' ? 'chosen' : 'given',
    objective: asked === 'violation' ? null : asked,
    ...{ runs: options.runs ?? 20_000, seed: options.seed },
  })
  const { subject, found, broken } = finished
  const recorded = recordScript(subject, subject.instance, broken?.script ?? found.script)
  const file = options.record ?? null
  if (file !== null) writeSchedule(recorded, file)
  const told = { finished, recorded, file }
  process.stdout.write(
    options.json ? `${JSON.stringify(faultAttackJson(told))}\n` : describeFaultAttack(told),
  )
  const violated =
    recorded.execution.outcome.kind === 'violated' ||
    recorded.judgements.some(({ verdict }) => verdict === 'violated')
  if (violated) return exitCodes.violated
  return found.endless === null ? exitCodes.ok : exitCodes.failed
}
