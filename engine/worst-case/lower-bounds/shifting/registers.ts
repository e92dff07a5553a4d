import { InputError } from '../../../errors.ts'
import type { AnyAlgorithm } from '../../../model/index.ts'
import { shapesOf } from '../../../simulation/machine/requirements.ts'
import { roundedUncertainty } from './circumstances.ts'
import { slowReads } from './slow-reads.ts'
import { slowTogether } from './slow-together.ts'
import { type SpeedSetting, slowWrites } from './slow-writes.ts'
import type { SpeedFinding } from './speed.ts'

/** What the theorems about the speed of registers say of an algorithm. */
export interface ForcedSpeeds {
  readonly n: number
  readonly uncertainty: number
  readonly findings: readonly SpeedFinding[]
  /** Whether a history was found that the service does not allow. */
  readonly broken: boolean
}

/** How the executions are made; all of it has a default. */
export interface ForcedSpeedsOptions {
  /** u; the largest delay, d, is 1. Default: 0.5. Rounded to a multiple of 2^−14. */
  readonly uncertainty?: number
  /** When the first operation is asked for. Default: 8. */
  readonly begin?: number
  /** The user's module that has the algorithm, for the records. Default: null, the catalogue's. */
  readonly module?: string | null
}

/**
 * The lower bounds for registers that are kept by messages, carried out against any algorithm: of sequentially consistent
 * registers, a read and a write take at least d together; of atomic ones, writes take u/2 and reads u/4, since clocks cannot
 * be synchronised better than they can. Attiya & Welch, 2nd edition, section 9.3. For each theorem, the executions of its proof
 * are run. Where operations are too fast, they lead to a history that is wrong, which the checker of histories confirms.
 * Throws an InputError if the theorems are not about this algorithm.
 */
export function forceSpeeds(
  algorithm: AnyAlgorithm,
  n: number,
  { uncertainty = 0.5, begin = 8, module = null }: ForcedSpeedsOptions = {},
): ForcedSpeeds {
  assertRegister(algorithm, n)
  const setting: SpeedSetting = { n, uncertainty: roundedUncertainty(uncertainty), begin, module }
  const { properties, operations } = algorithm.service!
  const atomic = Object.hasOwn(properties, 'linearizability')
  const findings = [
    slowTogether(algorithm, setting),
    ...(atomic && operations.write!.only === undefined ? [slowWrites(algorithm, setting)] : []),
    ...(atomic ? [slowReads(algorithm, setting)] : []),
  ]
  const broken = atomic && findings.some(({ refuted }) => refuted !== null)
  return { n, uncertainty: setting.uncertainty, findings, broken }
}

/** Throws unless an algorithm keeps a register on a complete network, whose executions end by themselves. */
function assertRegister({ name, requires, service, stopWhen }: AnyAlgorithm, n: number): void {
  const fail = (problem: string): never => {
    throw new InputError(`the lower bounds for registers are about ${problem}`)
  }
  if (!(Number.isSafeInteger(n) && n >= 3)) fail(`n ≥ 3 processors; here n = ${n}`)
  const kept = Object.keys(service?.properties ?? {})
  const isRegister = ['linearizability', 'sequentialConsistency'].some((property) => kept.includes(property))
  if (
    service === undefined ||
    !isRegister ||
    !('read' in service.operations && 'write' in service.operations)
  )
    fail(
      `registers that are linearizable or sequentially consistent, such as registers.atomic; ${name} offers ${service?.name ?? 'no service'}`,
    )
  const shapes = shapesOf(requires)
  if (shapes.length > 0 && !shapes.includes('complete'))
    fail(`complete networks; ${name} requires a network of shape ${shapes.join(' or ')}`)
  if (stopWhen !== undefined)
    fail(`algorithms whose executions end by themselves; ${name} stops by its own word`)
}
