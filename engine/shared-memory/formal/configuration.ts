import { layOut, type VariableLayout } from '../memory/layout.ts'
import { assertSize, programOf } from '../memory/program.ts'
import type { LineNumber, SharedMemoryAlgorithm } from '../model/index.ts'

/** A system: an algorithm, the number of its processors, and how often each of them wants to enter. */
export interface SharedMemorySystem {
  readonly algorithm: SharedMemoryAlgorithm
  readonly n: number
  /** By processor, how many passages it makes; then it stays in its remainder section. */
  readonly passages: readonly number[]
}

/** The sections of a program with mutual exclusion. Attiya & Welch, section 4.2. */
export type Section = 'remainder' | 'entry' | 'critical' | 'exit'

/** The state of a processor. */
export interface SharedProcessorState {
  readonly section: Section
  /** The line of its next step, in the operation that is under way or comes next. */
  readonly line: LineNumber
  /** Its local variables. */
  readonly state: object
  readonly passagesLeft: number
}

/** A configuration: the states of all processors and the values of all shared variables. A value, never changed. */
export interface SharedConfiguration {
  readonly system: SharedMemorySystem
  readonly variables: readonly VariableLayout[]
  readonly processors: readonly SharedProcessorState[]
  /** By variable, in the order of declaration. */
  readonly values: readonly number[]
}

/** All processors in their remainder sections, all variables with their initial values. */
export function initialSharedConfiguration(system: SharedMemorySystem): SharedConfiguration {
  const { algorithm, n, passages } = system
  assertSize(algorithm, n)
  programOf(algorithm)
  const { variables } = layOut(algorithm.name, algorithm.variables({ n }), n)
  return {
    system,
    variables,
    processors: passages.map((passagesLeft, i) => ({
      section: 'remainder',
      line: 1,
      state: algorithm.initially({ i, n }),
      passagesLeft,
    })),
    values: variables.map(({ initial }) => initial),
  }
}
