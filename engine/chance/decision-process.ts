/**
 * A Markov decision process: in each state somebody chooses, and then chance decides. States are numbered from 0, the first one.
 * Choices and outcomes stand in rows, those of one state or choice next to each other.
 */
export interface DecisionProcess {
  /** By state, where its choices begin; one more for the end. A state without choices is the last one of its run. */
  readonly choices: Uint32Array
  /** By choice, where its outcomes begin; one more for the end. */
  readonly outcomes: Uint32Array
  /** By outcome, the state that it leads to and its probability; those of a choice add up to 1. */
  readonly to: Uint32Array
  readonly probabilities: Float64Array
}

/** How many states there are. */
export const statesOf = ({ choices }: DecisionProcess): number => choices.length - 1

/** Writes a process down, state by state, choice by choice. */
export class ProcessWriter {
  readonly #choices: number[] = []
  readonly #outcomes: number[] = []
  readonly #to: number[] = []
  readonly #probabilities: number[] = []

  /** The next state; choices that follow are its own. */
  state(): void {
    this.#choices.push(this.#outcomes.length)
  }

  /** A choice, and where chance leads after it. */
  choice(outcomes: readonly (readonly [to: number, probability: number])[]): void {
    this.#outcomes.push(this.#to.length)
    for (const [to, probability] of outcomes) {
      this.#to.push(to)
      this.#probabilities.push(probability)
    }
  }

  finish(): DecisionProcess {
    return {
      choices: Uint32Array.from([...this.#choices, this.#outcomes.length]),
      outcomes: Uint32Array.from([...this.#outcomes, this.#to.length]),
      to: Uint32Array.from(this.#to),
      probabilities: Float64Array.from(this.#probabilities),
    }
  }
}
