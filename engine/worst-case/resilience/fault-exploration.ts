import type { JudgedClaim } from '../explore/judge-exploration.ts'
import type { FaultScript } from './fault-script.ts'

/** An execution that breaks a property. */
export interface FaultViolation {
  readonly property: string
  readonly reason: string
  readonly script: FaultScript
}

/** What all executions in rounds have come to in which faults are chosen. Everything in it is plain data. */
export interface FaultExploration {
  /** How many executions there are; those that differ only in what nobody can see of a liar are one. */
  readonly executions: number
  /** Different configurations at the ends of rounds, up to symmetry where processors are interchangeable. */
  readonly configurations: number
  /** Whether processors proved to be interchangeable. */
  readonly symmetric: boolean
  /** Whether all executions were gone through, to their ends. */
  readonly exhausted: boolean
  readonly messages: { readonly min: number; readonly max: number }
  /** The last round in which a message is processed, at most. */
  readonly rounds: number
  /** By mark, the first and the last round in which a correct processor makes it, over all executions. */
  readonly marks: Readonly<Record<string, { readonly min: number; readonly max: number }>>
  /** Of each claim, where it is violated or else comes closest. */
  readonly claims: readonly JudgedClaim[]
  /** An execution with the most messages; null if none has come to its end. */
  readonly costliest: FaultScript | null
  /** The first execution that was found to break each property; those of few rounds come first. */
  readonly violations: readonly FaultViolation[]
}

/** How far to go. */
export interface FaultExploreOptions {
  /** Configurations in all. Default: 2,000,000. */
  readonly states?: number
  /** Rounds of one execution. Default: 100. */
  readonly rounds?: number
  /** Stop at the first violation. Default: go on. */
  readonly untilBroken?: boolean
  /** Input vectors. Default: all of zeros and ones. */
  readonly inputs?: readonly (readonly number[])[]
  /** The rule by which identifiers were assigned. Default: given. */
  readonly identifiers?: string
  /** Why the algorithm guarantees nothing here; its claims are then not judged. Absent: it does. */
  readonly beyond?: string
  /** Is told how many configurations were met, and stops it. */
  readonly stopped?: (configurations: number) => boolean
}
