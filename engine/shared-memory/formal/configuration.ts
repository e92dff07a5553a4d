import { layOut, type VariableLayout } from '../memory/layout.ts'
import { assertSize, programOf } from '../memory/program.ts'
import {
  type AnySharedAlgorithm,
  type Declarations,
  initialStateOf,
  isSharedObject,
  type LineNumber,
  type ObjectCall,
  systemAsked,
} from '../model/index.ts'

/** A system: an algorithm, the number of its processors, and what each of them wants. */
export interface SharedMemorySystem {
  readonly algorithm: AnySharedAlgorithm
  readonly n: number
  /** By processor, how many passages it makes, or operations; then it stays in its remainder section. */
  readonly passages: readonly number[]
  /** By processor of an object, what it is asked for, one after the other; after the last comes the first again. */
  readonly calls?: readonly (readonly ObjectCall[])[]
}

/**
 * The sections of a program with mutual exclusion. Attiya & Welch, section 4.2. A processor of an object is in an operation, or
 * in its remainder section.
 */
export type Section = 'remainder' | 'entry' | 'critical' | 'exit' | 'operation'

/** The state of a processor. */
export interface SharedProcessorState {
  readonly section: Section
  /** The line of its next step, in the operation that is under way or comes next. */
  readonly line: LineNumber
  /** Its local variables. */
  readonly state: object
  readonly passagesLeft: number
  /** Of a processor of an object: which of the things that it is asked for is under way, or comes next. */
  readonly call?: number
}

/** A configuration: the states of all processors and the values of all shared variables. A value, never changed. */
export interface SharedConfiguration {
  readonly system: SharedMemorySystem
  readonly variables: readonly VariableLayout[]
  readonly processors: readonly SharedProcessorState[]
  /** By variable, in the order of declaration: numbers, or data. */
  readonly values: readonly unknown[]
}

/** All processors in their remainder sections, all variables with their initial values. */
export function initialSharedConfiguration(system: SharedMemorySystem): SharedConfiguration {
  const { algorithm, n } = system
  assertSize(algorithm, n)
  programOf(algorithm)
  const { variables, data } = layOut(algorithm.name, declarationsOf(system), n)
  return {
    system,
    variables,
    processors: Array.from({ length: n }, (_, i) => atRest(system, i)),
    values: variables.map(({ initial, holdsData }) => (holdsData ? data.at(initial) : initial)),
  }
}

function atRest({ algorithm, n, passages, calls }: SharedMemorySystem, i: number): SharedProcessorState {
  const passagesLeft = passages[i]!
  const place = { section: 'remainder', line: 1 } as const
  if (!isSharedObject(algorithm)) return { ...place, state: algorithm.initially({ i, n }), passagesLeft }
  const state = initialStateOf(algorithm, { i, ...systemAsked(calls!) })
  const argument = calls![i]![0]?.argument ?? null
  return { ...place, state: { ...state, argument }, passagesLeft, call: 0 }
}

/** The variables of a system. */
export const declarationsOf = ({ algorithm, n, calls }: SharedMemorySystem): Declarations =>
  algorithm.variables(calls === undefined ? { n } : systemAsked(calls))
