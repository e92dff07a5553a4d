import type { ComputedInstance } from '../../../instance.ts'
import type { AnyAlgorithm, Measures } from '../../../model/index.ts'
import { type FaultModel, type FaultScript, failuresIn, lieOptions } from '../../resilience/index.ts'
import type { Objective } from '../objective.ts'
import type { Ground, Tried } from './climb.ts'
import { type PlayedScript, ScriptPlayer } from './play-script.ts'
import type { ScriptChoices } from './script-choices.ts'
import { type Apart, lastApart, laterApart, Spread } from './spread.ts'
import { freshScript, varyScript } from './vary-script.ts'

/** An execution in rounds that was tried. */
interface TriedInRounds extends Tried, Pick<PlayedScript, 'secrets'>, Apart {}

/**
 * Executions in rounds. The worse one costs more, or, at equal cost, has processors apart for longer; every other time that
 * the search begins, it also looks at how far they are apart. Two times of four, inputs are any numbers below n instead of
 * zeros and ones.
 */
export class InRounds implements Ground<TriedInRounds> {
  /** In how many rounds something was heard, at most. */
  #rounds = 1
  #inputs = 2
  readonly #algorithm: AnyAlgorithm
  readonly #instance: ComputedInstance
  readonly #model: FaultModel
  readonly #objective: Objective | null
  readonly #chosen: Pick<ScriptChoices, 'values' | 'stream'>
  readonly #player: ScriptPlayer
  readonly #spread: Spread
  readonly #usual: readonly number[]

  constructor(
    algorithm: AnyAlgorithm,
    instance: ComputedInstance,
    model: FaultModel,
    { objective, ...chosen }: { objective: Objective | null } & Pick<ScriptChoices, 'values' | 'stream'>,
  ) {
    this.#algorithm = algorithm
    this.#instance = instance
    this.#model = model
    this.#objective = objective
    this.#chosen = chosen
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

  fresh(begun: number): TriedInRounds | null {
    this.#inputs = begun % 4 === 1 || begun % 4 === 2 ? 2 : Math.max(2, this.#instance.network.n)
    return this.#run(freshScript(Array.from(this.#instance.values), this.#choices(null)))
  }

  varied(current: TriedInRounds): TriedInRounds | null {
    return this.#run(varyScript(current.script, this.#choices(current)))
  }

  worse(a: TriedInRounds, b: TriedInRounds, begun: number | null): number {
    return a.value - b.value || laterApart(a, b, this.#usual, begun !== null && begun % 2 === 0)
  }

  #choices(current: TriedInRounds | null): ScriptChoices {
    return {
      ...{ n: this.#instance.network.n, model: this.#model, rounds: this.#rounds, inputs: this.#inputs },
      ...this.#chosen,
      // The last round at whose end processors are apart.
      frontier: current === null ? 0 : lastApart(current.spread, this.#usual),
      lies: (script, liar, receiver, round) =>
        this.#lies(script, { liar, receiver, round }, current?.secrets[round] ?? []),
    }
  }

  /** Null if the execution does not end in time, or a liar says what it may not. */
  #run(script: FaultScript): TriedInRounds | null {
    const played = this.#player.play(script)
    if (played === null || !this.#mayBeSaid(script, played)) return null
    this.#rounds = Math.max(this.#rounds, played.rounds)
    const { messages, messagesByType, marks, rounds: time, final, broken, secrets } = played
    const measures = { messages, messagesByType, marks, time } as unknown as Measures
    const instance = this.#instance.with({ values: script.values })
    return {
      ...{ script, broken, secrets, spread: this.#spread.of(played.standing), failures: failuresIn(script) },
      value: this.#objective?.value({ measures, final, instance }) ?? 0,
    }
  }

  #lies(
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
      return this.#lies(script, lie, secrets[lie.round] ?? []).some(
        (option) => JSON.stringify(option) === text,
      )
    })
  }
}
