import { faultKinds, InputError, parseFormula } from '../../engine/index.ts'
import { type WorstCases, worstSizes } from '../cell/index.ts'
import type { Experiment, ExperimentDefinition } from './experiment.ts'
import { eachSpec } from './lists.ts'

/** What an experiment says of faults; nothing where it does not. Throws an InputError. */
export function readFaults(
  { faults, f, beyond }: Pick<ExperimentDefinition, 'faults' | 'f' | 'beyond'>,
  worstCases: WorstCases,
): Pick<Experiment, 'faults' | 'f' | 'beyond'> {
  if (faults !== undefined && worstSizes(worstCases).length > 0)
    throw new InputError(
      'faults: worst cases are those of executions without faults; leave one of the two out',
    )
  if (typeof f === 'string') assertInN(f)
  return {
    ...(faults !== undefined && { faults: eachSpec('faults', faults, faultKinds) }),
    ...(f !== undefined && { f }),
    ...(beyond === true && { beyond }),
  }
}

function assertInN(f: string): void {
  const stranger = parseFormula(f).variables.find((name) => name !== 'n')
  if (stranger !== undefined)
    throw new InputError(`f: ${f} uses ${stranger}; it is a number, or a formula in n`)
}
