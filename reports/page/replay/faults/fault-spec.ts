import { faultKinds, none } from '../../../../engine/index.ts'
import { type Crashes, crashText } from './fault-edits.ts'

/** Who fails in a run, and how, as far as that is decided of single processors. */
interface Failing {
  readonly n: number
  readonly crashes: readonly Omit<Crashes, 'kind'>[]
  /** How many crash; more than those where the faults of the original run draw some. */
  readonly crashing: number
  readonly liars: readonly number[]
}

/**
 * The faults of a run as a spec, of which `original` has those that the reader leaves alone. Of lies it says whose they are;
 * only the record of the run has the rest.
 */
export function editedSpec(original: string, { n, crashes, crashing, liars }: Failing): string {
  const { parts } = faultKinds.at(original, n)
  const strategy = parts.find(({ entry }) => entry.name === 'byzantine')?.values.strategy
  const others = parts.filter(({ entry: { name } }) => name !== 'crash' && name !== 'byzantine')
  const written = [
    ...others.map(({ spec }) => spec),
    ...(crashing === 0 ? [] : [`crash:${crashing === crashes.length ? given(crashes) : `f=${crashing}`}`]),
    ...(liars.length === 0
      ? []
      : [`byzantine:processors=${liars.join('+')}${strategy === undefined ? '' : `,strategy=${strategy}`}`]),
  ]
  return written.length === 0 ? none : written.join('+')
}

const given = (crashes: Failing['crashes']): string => `given=${crashes.map(crashText).join('+')}`
