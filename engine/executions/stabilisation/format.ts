import { formalLegitimate, formalPrivileged, formalStep } from '../../stabilisation/formal.ts'
import type { StabilisingSystem, StabilisingWitness } from '../../stabilisation/index.ts'

/** The lines of a recorded execution of a self-stabilising algorithm: a header, one line a step, and an end. */
export const stabilisingFormat = 'admissible-stabilisation/1'

/** The first line. */
export interface StabilisingHeader {
  readonly format: typeof stabilisingFormat
  /** The algorithm's name. */
  readonly algorithm: string
  /** The user's module that has it; null for the catalogue's. */
  readonly module: string | null
  /** How many states each processor has. */
  readonly k: number
  /** By processor, its neighbours in the order of its channels. */
  readonly neighbors: readonly (readonly number[])[]
  readonly daemon: string
  /** By processor, its state at the beginning. */
  readonly initially: readonly number[]
  /** The steps after so many are repeated for ever; null if the execution is a finite one. */
  readonly repeats_from: number | null
}

/** A step: who moves, and to which states. */
export interface StabilisingStep {
  readonly moves: readonly (readonly [processor: number, state: number])[]
}

/** The last line. */
export interface StabilisingEnd {
  readonly steps: number
  readonly moves: number
  /** After how many steps a configuration was legitimate for the first time; null if none was. */
  readonly legitimate_after: number | null
  /** Whether one that is not came after a legitimate one. */
  readonly left: boolean
  /** Whether nobody is privileged in the end. */
  readonly silent: boolean
}

/** The lines of an execution, by the definitions alone. */
export function stabilisingLines(
  system: StabilisingSystem,
  daemon: string,
  { initially, schedule, repeatsFrom }: StabilisingWitness,
  module: string | null,
): string[] {
  const { algorithm, k, neighbors } = system
  const header: StabilisingHeader = {
    format: stabilisingFormat,
    ...{ algorithm: algorithm.name, module, k, neighbors, daemon, initially, repeats_from: repeatsFrom },
  }
  const course = new StabilisingCourse(system, initially)
  const steps = schedule.map((movers): StabilisingStep => {
    course.step(movers)
    return { moves: movers.map((p) => [p, course.states[p]!] as const) }
  })
  return [header, ...steps, { end: course.end }].map((line) => `${JSON.stringify(line)}\n`)
}

/** A configuration of an execution, and the step that led to it. */
export interface StabilisingMoment {
  /** After how many steps; 0 at the beginning. */
  readonly number: number
  /** Who moved in the step, and from which states; nobody at the beginning. */
  readonly moved: readonly (readonly [processor: number, from: number])[]
  readonly states: readonly number[]
  /** Who is privileged now. */
  readonly privileged: readonly number[]
  readonly legitimate: boolean
}

/** An execution as it goes on, by the definitions. */
export class StabilisingCourse {
  states: readonly number[]
  #moved: StabilisingMoment['moved'] = []
  readonly #system: StabilisingSystem
  #steps = 0
  #moves = 0
  #legitimateAfter: number | null = null
  #left = false

  constructor(system: StabilisingSystem, initially: readonly number[]) {
    this.#system = system
    this.states = initially
    this.#look()
  }

  get privileged(): readonly number[] {
    return formalPrivileged(this.#system, this.states)
  }

  get moment(): StabilisingMoment {
    const [system, states] = [this.#system, this.states]
    const legitimate = formalLegitimate(system, states)
    return { number: this.#steps, moved: this.#moved, states, privileged: this.privileged, legitimate }
  }

  step(movers: readonly number[]): void {
    this.#moved = movers.map((p) => [p, this.states[p]!] as const)
    this.states = formalStep(this.#system, this.states, movers)
    this.#steps++
    this.#moves += movers.length
    this.#look()
  }

  get end(): StabilisingEnd {
    return {
      steps: this.#steps,
      moves: this.#moves,
      legitimate_after: this.#legitimateAfter,
      left: this.#left,
      silent: this.privileged.length === 0,
    }
  }

  #look(): void {
    const legitimate = formalLegitimate(this.#system, this.states)
    if (legitimate) this.#legitimateAfter ??= this.#steps
    else if (this.#legitimateAfter !== null) this.#left = true
  }
}
