import {
  type AnyAlgorithm,
  type ComputedInstance,
  type Exploration,
  explore,
  type Judgement,
  parseInputs,
  variations,
} from '../../../engine/index.ts'
import { choicesOf, choiceWords } from './choices.ts'
import { judgedBeside, judgeLargest } from './judge.ts'
import { largest } from './largest.ts'
import type { Largest, WorstCase, WorstCaseFinder } from './worst-case.ts'

/** Goes through all schedules of all instances that the cell leaves open, until the states are used up. */
export const findByExploring: WorstCaseFinder = (algorithm, { instance }, cell, { exact }) => {
  const choose = choicesOf(algorithm, instance, cell.inputs)
  const identifiers = choose.includes('ids') ? 'given' : parseInputs(cell.inputs).values.ids
  const most = new Most(algorithm, identifiers, choiceWords(choose))
  for (const problem of variations(algorithm, instance, new Set<string>(choose))) {
    if (most.states >= exact!.states) most.exhausted = false
    if (!most.exhausted) break
    most.add(problem, explore(algorithm, problem, { states: exact!.states - most.states }))
  }
  return most.found
}

/** The most over the instances so far. */
class Most {
  exhausted = true
  states = 0
  #instances = 0
  #least = Number.POSITIVE_INFINITY
  #endless = false
  #problem: string | null = null
  #messages: Largest | null = null
  #time: Largest | null = null
  /** What the explorations say of claims about messages of one type. */
  #others: readonly Judgement[] = []
  readonly #algorithm: AnyAlgorithm
  readonly #identifiers: string
  readonly #chosen: string

  constructor(algorithm: AnyAlgorithm, identifiers: string, chosen: string) {
    this.#algorithm = algorithm
    this.#identifiers = identifiers
    this.#chosen = chosen
  }

  add(
    problem: ComputedInstance,
    { exhausted, endless, states, messages, counts, time, violations }: Exploration,
  ): void {
    this.exhausted &&= exhausted
    this.states += states + (time?.states ?? 0)
    this.#instances++
    this.#endless ||= endless
    for (const { property, reason } of violations.slice(0, 1)) this.#problem ??= `${property}: ${reason}`
    const { min } = messages
    const sent = largest(messages.max, problem, this.#identifiers)
    this.#messages = this.#more(
      'messages',
      this.#messages,
      exhausted && min !== null ? { ...sent, least: min } : sent,
    )
    this.#addOthers(problem, counts, exhausted && !endless)
    this.#least = Math.min(this.#least, min ?? Number.POSITIVE_INFINITY)
    if (time !== null)
      this.#time = this.#more('time', this.#time, largest(time.max, problem, this.#identifiers))
  }

  #addOthers(problem: ComputedInstance, counts: Exploration['counts'], ended: boolean): void {
    for (const { measure, wakers, min, max } of counts) {
      if (measure === 'messages' || wakers !== null) continue
      const cost = {
        ...largest(max, problem, this.#identifiers),
        ...(ended && min !== null && { least: min }),
      }
      this.#others = judgedBeside(this.#others, judgeLargest(this.#algorithm, measure, cost, ended))
    }
  }

  get found(): WorstCase {
    return {
      outcome: this.#outcome,
      reason: this.#reason,
      messages: this.#messages!,
      time: this.#time,
      others: this.#others,
      extra: {
        chosen: this.#chosen,
        states: this.states,
        instances: this.#instances,
        messages_least: this.exhausted && Number.isFinite(this.#least) ? this.#least : null,
      },
    }
  }

  get #outcome(): WorstCase['outcome'] {
    if (this.#problem !== null) return this.#problem.startsWith('failed: ') ? 'failed' : 'violated'
    if (!this.exhausted || this.#endless) return 'budget'
    return this.#algorithm.terminates ? 'terminated' : 'quiescent'
  }

  get #reason(): string | null {
    if (this.#problem !== null) return this.#problem
    if (this.#endless) return 'an execution can go on for ever, so there is no most'
    return this.exhausted
      ? null
      : `not all schedules: ${this.states} states on ${this.#instances} instances seen`
  }

  /** The larger of two; but one that breaks a claim is not passed over for a larger one that keeps it. */
  #more(measure: 'messages' | 'time', before: Largest | null, now: Largest): Largest {
    if (before === null) return now
    const breaks = (one: Largest) =>
      judgeLargest(this.#algorithm, measure, one, this.exhausted).some(
        ({ verdict }) => verdict === 'violated',
      )
    if (breaks(before)) return before
    return now.cost > before.cost || breaks(now) ? now : before
  }
}
