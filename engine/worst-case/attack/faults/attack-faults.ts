import { InputError } from '../../../errors.ts'
import type { ComputedInstance } from '../../../instance.ts'
import type { AnyAlgorithm, Measures } from '../../../model/index.ts'
import { Streams } from '../../../random.ts'
import {
  assertLies,
  type FaultModel,
  type FaultScript,
  failuresIn,
  lieOptions,
} from '../../resilience/index.ts'
import type { Objective } from '../objective.ts'
import { type PlayedScript, ScriptPlayer } from './play-script.ts'
import { type Apart, lastApart, laterApart, Spread } from './spread.ts'
import { freshScript, type ScriptChoices, varyScript } from './vary-script.ts'

interface FaultAttackOptions {
  /** What is made large; null: nothing but how far processors are apart, so that a property breaks. */
  readonly objective: Objective | null
  readonly runs: number
  readonly seed: number
  /** Whether the inputs are chosen, of zeros and ones, or are those of the instance. */
  readonly values: boolean
  /** Stops it. */
  readonly stopped?: () => boolean
}

/** One execution that was tried. */
interface Tried extends Pick<PlayedScript, 'broken' | 'secrets'>, Apart {
  readonly script: FaultScript
  readonly value: number
}

/** The worst execution that was found. */
export interface FaultAttack extends Pick<Tried, 'script' | 'broken'> {
  /** Of the objective; null if there is none. */
  readonly value: number | null
  readonly runs: number
  /** The run in which it was found, counted from 1. */
  readonly run: number
}

/** After so many changes in a row that are no improvement, a search begins anew. */
const patience = 400

/**
 * Searches for the faults, and the inputs, that make an execution in rounds as bad as possible. It begins where nothing
 * fails and changes one thing after another, as long as the execution does not become better: cheaper, or, at equal cost,
 * with processors apart for a shorter time. Every other time it also looks at how far they are apart. An execution that
 * breaks a property is worse than any other and ends the search. Throws an InputError.
 */
export function attackFaults(
  algorithm: AnyAlgorithm,
  instance: ComputedInstance,
  model: FaultModel,
  { objective, runs, seed, values, stopped = () => false }: FaultAttackOptions,
): FaultAttack {
  if (model.kind === 'byzantine') assertLies(algorithm, instance)
  const trial = new Trial(algorithm, instance, model, objective)
  const stream = new Streams(seed).stream('attack/faults')
  const given = Array.from(instance.values)
  let current: Tried | null = null
  let [best, run, idle, begun]: [Tried | null, number, number, number] = [null, 0, 0, 0]
  for (let i = 1; i <= runs && !stopped(); i++) {
    const choices: ScriptChoices = {
      ...{ n: instance.network.n, model, rounds: trial.rounds, values, stream },
      frontier: current === null ? 0 : trial.frontier(current),
      lies: (script, liar, receiver, round) =>
        trial.lies(script, { liar, receiver, round }, current?.secrets[round] ?? []),
    }
    const anew: boolean = current === null || idle >= patience
    if (anew) begun++
    const tried = trial.run(anew ? freshScript(given, choices) : varyScript(current!.script, choices))
    if (tried === null) continue
    const better: number = anew || current === null ? 1 : trial.worse(tried, current, begun % 2 === 0)
    idle = better > 0 ? 0 : idle + 1
    if (better >= 0) current = tried
    if (best === null || trial.worse(tried, best, false) > 0) [best, run] = [tried, i]
    if (tried.broken !== null) return { ...foundIn(tried, objective), runs: i, run: i }
  }
  if (best === null) throw new InputError(`${algorithm.name}: no execution comes to its end`)
  return { ...foundIn(best, objective), runs, run }
}

const foundIn = ({ script, broken, value }: Tried, objective: Objective | null) => ({
  ...{ script, broken },
  value: objective === null ? null : value,
})

/** Carries out scripts and compares what comes of them. */
class Trial {
  /** In how many rounds something was heard, at most. */
  rounds = 1
  readonly #algorithm: AnyAlgorithm
  readonly #instance: ComputedInstance
  readonly #objective: Objective | null
  readonly #player: ScriptPlayer
  readonly #spread: Spread
  readonly #usual: readonly number[]

  constructor(
    algorithm: AnyAlgorithm,
    instance: ComputedInstance,
    model: FaultModel,
    objective: Objective | null,
  ) {
    this.#algorithm = algorithm
    this.#instance = instance
    this.#objective = objective
    this.#player = new ScriptPlayer(algorithm, instance, model)
    this.#spread = new Spread(this.#player.search.steps)
    this.#usual = this.#usually(Array.from(instance.values))
  }

  /** How far apart processors are at most where nothing fails: for the inputs given, and where one has another than the rest. */
  #usually(given: readonly number[]): readonly number[] {
    const others = given.flatMap((_, p) =>
      [0, 1].map((value) => given.map((_, q) => (p === q ? value : 1 - value))),
    )
    const most: number[] = []
    for (const values of [given, ...others]) {
      const played = this.#player.play({ values, crashes: [], omissions: [], liars: [], lies: [] })
      for (const [round, apart] of this.#spread.of(played?.standing ?? []).entries())
        most[round] = Math.max(most[round] ?? 0, apart)
    }
    return most
  }

  /** Null if the execution does not end in time, or a liar says what it may not. */
  run(script: FaultScript): Tried | null {
    const played = this.#player.play(script)
    if (played === null || !this.#mayBeSaid(script, played)) return null
    this.rounds = Math.max(this.rounds, played.rounds)
    const { messages, messagesByType, marks, rounds: time, final, broken, secrets } = played
    const measures = { messages, messagesByType, marks, time } as unknown as Measures
    const instance = this.#instance.with({ values: script.values })
    return {
      ...{ script, broken, secrets, spread: this.#spread.of(played.standing), failures: failuresIn(script) },
      value: this.#objective?.value({ measures, final, instance }) ?? 0,
    }
  }

  /** The last round at whose end processors are apart. */
  frontier({ spread }: Tried): number {
    return lastApart(spread, this.#usual)
  }

  worse(a: Tried, b: Tried, wide: boolean): number {
    return a.value - b.value || laterApart(a, b, this.#usual, wide)
  }

  lies(
    { liars, values }: FaultScript,
    between: { readonly liar: number; readonly receiver: number; readonly round: number },
    secrets: readonly string[],
  ): ReturnType<typeof lieOptions> {
    return lieOptions(this.#algorithm, this.#instance.with({ values }), { ...between, liars, secrets })
  }

  /** With signatures, what liars may say depends on what they have learned. */
  #mayBeSaid(script: FaultScript, { secrets }: PlayedScript): boolean {
    if (this.#algorithm.secrets === undefined) return true
    return script.lies.every((lie) => {
      const text = JSON.stringify(lie.messages)
      return this.lies(script, lie, secrets[lie.round] ?? []).some(
        (option) => JSON.stringify(option) === text,
      )
    })
  }
}
