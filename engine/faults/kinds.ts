import { arbitraryState } from './arbitrary-state.ts'
import { byzantine } from './byzantine.ts'
import { crash } from './crash.ts'
import { duplicate } from './duplicate.ts'
import { FaultCatalogue, faultyCount } from './fault-catalogue.ts'
import { loss } from './loss.ts'
import { omission } from './omission.ts'
import { partition } from './partition.ts'
import { recover } from './recover.ts'
import { suspicion } from './suspicion.ts'

const families = [
  crash,
  recover,
  omission,
  loss,
  duplicate,
  partition,
  suspicion,
  byzantine,
  arbitraryState,
] as const

/** The name of a kind of faults, such as `crash`. */
export type FaultName = (typeof families)[number]['name']

/** Such a kind with or without parameters, or several joined by plus signs: `crash:f=2+loss:rate=0.1`. */
export type FaultSpec = 'none' | FaultName | `${FaultName}:${string}` | `${FaultName}+${string}`

/** All kinds of faults. */
export const faultKinds = new FaultCatalogue(families)

/** The kinds of faults that a spec names, and how many processors they may make faulty in a system of n. */
export function exposedTo(
  spec: string,
  n: number,
): { readonly kinds: readonly string[]; readonly faulty: number } {
  const parsed = faultKinds.at(spec, n)
  return { kinds: parsed.parts.map(({ entry }) => entry.name), faulty: faultyCount(parsed) }
}
