import type { ComputedInstance } from '../../instance.ts'
import type { AnyAlgorithm, ConfigurationView, Instance } from '../../model/index.ts'
import { goesOn } from '../../simulation/machine/goes-on.ts'
import { liarHere } from './courses.ts'
import type { FaultModel } from './fault-model.ts'
import { lieOptions } from './lie-options.ts'
import { type Move, Moves } from './moves.ts'
import { NotSymmetric, RoundSteps } from './round-steps.ts'
import { SeenFields } from './seen-fields.ts'

/** A configuration at the end of a round, with what the executions that lead to it have in common. */
export interface RoundNode {
  /** By processor; where processors are interchangeable, in ascending order. */
  readonly locals: readonly number[]
  readonly round: number
  readonly secrets: readonly string[]
  /** How many executions lead to it. */
  ways: number
  least: number
  most: number
  /** The last round in which a message was processed, at most. */
  heard: number
  /** Where the first of them comes from, and the one with the most messages; null at the beginning. */
  readonly parent: RoundNode | null
  costliest: RoundNode | null
}

/** Which inputs there are, and who lies. */
export interface Beginning {
  readonly values: readonly number[]
  readonly liars: readonly number[]
}

/** The executions from one beginning, round by round. */
export class FaultSearch {
  readonly steps: RoundSteps
  readonly seen: SeenFields
  /** How many moves may still be made. */
  movesLeft = Number.POSITIVE_INFINITY
  readonly symmetric: boolean
  readonly algorithm: AnyAlgorithm
  readonly instance: ComputedInstance
  readonly model: FaultModel
  /** The moves of the executions that are looked at. */
  #moves: Moves | null = null
  #beginning: Beginning | null = null
  /** The processors after round 0, liars as if they were honest. */
  #started: readonly number[] = []

  constructor(
    algorithm: AnyAlgorithm,
    instance: ComputedInstance,
    model: FaultModel,
    { visible, symmetric }: { readonly visible: ReadonlySet<string>; readonly symmetric: boolean },
  ) {
    this.algorithm = algorithm
    this.instance = instance
    this.model = model
    this.symmetric = symmetric
    this.seen = new SeenFields(visible)
    this.steps = new RoundSteps(algorithm, instance, this.seen.names, symmetric)
  }

  /** Where the executions of a beginning begin: what round 0 makes. */
  first({ values, liars }: Beginning): RoundNode {
    this.#started = this.steps.initially(values)
    const locals = this.#started.map((local, p) => (liars.includes(p) ? liarHere : local))
    return {
      ...{ locals: this.#sorted(locals).map((p) => locals[p]!), round: 0, secrets: [] },
      ...{ ways: 1, least: 0, most: 0, heard: 0, parent: null, costliest: null },
    }
  }

  /**
   * The configurations of the next round that one leads to are added to those known, by their keys. False if there are
   * more moves than are left.
   */
  expand(node: RoundNode, beginning: Beginning, next: Map<string, RoundNode>): boolean {
    const secrets = this.secretsAfter(node)
    for (const move of this.moves(node, beginning)) {
      if (this.movesLeft-- <= 0) return false
      const [key, locals] = this.keyOf(move, secrets)
      const [least, most] = [node.least + move.least, node.most + move.most]
      const ways = node.ways * move.ways
      const round = node.round + 1
      const heard = move.heard ? round : node.heard
      const known = next.get(key)
      if (known === undefined) {
        next.set(key, { locals, round, secrets, ways, least, most, heard, parent: node, costliest: node })
        continue
      }
      known.ways += ways
      known.least = Math.min(known.least, least)
      known.heard = Math.max(known.heard, heard)
      if (most <= known.most) continue
      known.most = most
      known.costliest = node
    }
    return true
  }

  moves({ locals, round, secrets }: RoundNode, beginning: Beginning): Generator<Move> {
    if (this.#beginning !== beginning) {
      this.#beginning = beginning
      this.#moves = new Moves(this.steps, this.instance, this.model, this.#liesIn(beginning))
    }
    return this.#moves!.each({ locals, round: round + 1, secrets })
  }

  /** What liars may say in the executions of a beginning, by the numbers of messages. */
  #liesIn({ values, liars }: Beginning): ConstructorParameters<typeof Moves>[3] {
    const instance = this.instance.with({ values })
    const known = new Map<string, readonly (readonly number[])[]>()
    return (liar, receiver, { round, secrets }) => {
      const text = `${liar} ${receiver} ${round} ${secrets.join()}`
      let lies = known.get(text)
      if (lies === undefined) {
        const between = { liar, receiver, round: round - 1, liars, secrets }
        lies = lieOptions(this.algorithm, instance, between).map((lie) =>
          lie.map((message) => this.steps.messageNumber(message)),
        )
        known.set(text, lies)
      }
      return lies
    }
  }

  /** What a move leads to: a text that stands for it, and the processors in the order of `orderOf`. */
  keyOf({ next }: Move, secrets: readonly string[]): readonly [string, readonly number[]] {
    const locals = this.#sorted(next).map((p) => next[p]!)
    return [secrets.length === 0 ? locals.join() : `${locals.join()} ${secrets.join()}`, locals]
  }

  /** Which processor comes to stand at each place after a move. */
  orderOf({ next }: Move): readonly number[] {
    return this.#sorted(next)
  }

  /** Whether nothing happens any more. */
  isFinal({ locals }: RoundNode): boolean {
    const all = locals.filter((local) => local !== liarHere).map((local) => this.steps.at(local))
    if (all.some(({ failure }) => failure !== null)) return true
    if (all.some(({ sends }) => sends.length > 0)) return false
    const running = all.filter(({ status }) => status === 'awake' || status === 'asleep')
    if (running.length === 0) return true
    const states = running.map(({ state }) => state)
    return !goesOn(this.algorithm, states, (p) => running[p]!.status === 'awake', running.length)
  }

  /** The configuration as properties see it; what they read is noted. */
  view(node: RoundNode, { values }: Beginning): ConfigurationView {
    const { locals, round } = node
    const at = (p: number) => (locals[p] === liarHere ? null : this.steps.at(locals[p]!))
    const inputs = values.map((value, p) => at(p)?.value ?? value)
    const states = locals.map((_, p) => (at(p) ?? this.steps.at(this.#started[p]!)).state)
    return this.seen.watch(this.#instanceFor(inputs), states, round, {
      terminated: (p) => at(p)?.status === 'terminated',
      crashed: (p) => at(p)?.status === 'crashed',
      faulty: (p) => at(p)?.failed ?? true,
    })
  }

  /** Where processors are interchangeable, nothing may depend on who is who. */
  #instanceFor(values: readonly number[]): Instance {
    const instance = this.instance.with({ values })
    if (!this.symmetric) return instance
    const { network, fields, weights, clocks, f, delayBounds, wakeTimes, eccentricity, diameter } = instance
    const told = (): never => {
      throw new NotSymmetric()
    }
    const parts = { network, values, fields, weights, clocks, f, delayBounds, wakeTimes }
    return Object.defineProperties({ ...parts, eccentricity, diameter } as unknown as Instance, {
      ids: { get: told },
      root: { get: told },
    })
  }

  #sorted(locals: readonly number[]): readonly number[] {
    const places = [...locals.keys()]
    return this.symmetric ? places.sort((a, b) => locals[a]! - locals[b]! || a - b) : places
  }

  /** What liars know of what only others could write, once a round has reached them. */
  secretsAfter({ locals, secrets }: RoundNode): readonly string[] {
    const { algorithm, instance, steps } = this
    if (algorithm.secrets === undefined) return secrets
    const known = new Set(secrets)
    for (const [p, local] of locals.entries()) {
      if (local === liarHere) continue
      for (const [channel, list] of steps.at(local).sends.entries())
        if (locals[instance.network.neighbor(p, channel)] === liarHere)
          for (const number of list)
            for (const secret of algorithm.secrets(steps.message(number))) known.add(secret)
    }
    return known.size === secrets.length ? secrets : [...known].sort()
  }
}
