import type { ComputedInstance } from '../../../instance.ts'
import type { AnyAlgorithm, ConfigurationView, Finding, MarkTimes } from '../../../model/index.ts'
import {
  type FaultModel,
  type FaultScript,
  FaultSearch,
  failingIn,
  liarHere,
  type RoundNode,
} from '../../resilience/index.ts'
import { marksIn } from './marks-in.ts'

/** An execution in rounds as a script has it, with what an adversary looks at. */
export interface PlayedScript {
  readonly messages: number
  readonly messagesByType: Readonly<Record<string, number>>
  /** The last round in which a message was processed. */
  readonly rounds: number
  readonly marks: Readonly<Record<string, MarkTimes>>
  readonly final: ConfigurationView
  /** The round in which somebody decides last; null if nobody does. */
  readonly decidedAt: number | null
  /** At the end of each round, the processors that have not crashed and do not lie: the numbers of their states. */
  readonly standing: readonly (readonly number[])[]
  /** By round, what liars know when they act in it. */
  readonly secrets: readonly (readonly string[])[]
  /** What it breaks, `failed` if the algorithm throws; null if nothing. */
  readonly broken: { readonly property: string; readonly reason: string } | null
}

/** An execution that takes more rounds has no end. */
const roundsMax = 200

/** Carries out scripts by steps that are each computed once. */
export class ScriptPlayer {
  readonly search: FaultSearch
  readonly #algorithm: AnyAlgorithm
  readonly #instance: ComputedInstance

  constructor(algorithm: AnyAlgorithm, instance: ComputedInstance, model: FaultModel) {
    this.#algorithm = algorithm
    this.#instance = instance
    this.search = new FaultSearch(algorithm, instance, model, { visible: new Set(['*']), symmetric: false })
  }

  /** Null if the execution does not end in time. */
  play(script: FaultScript): PlayedScript | null {
    const { search } = this
    const standing: number[][] = []
    const secrets: (readonly string[])[] = []
    const byType: Record<string, number> = {}
    let messages = 0
    let decidedAt: number | null = null
    let undecided = script.values.length
    let node: RoundNode = search.first(script)
    // What liars would do if they were honest.
    let selves: readonly number[] = search.steps.initially(script.values)
    let stepped = selves.map((local) => search.steps.at(local).status !== 'asleep')
    for (;;) {
      const last = this.#lastSteps(selves, stepped, node.round, script)
      selves = selves.map((local, p) => (last.has(p) ? search.steps.failing(local) : local))
      node = { ...node, locals: selves.map((local, p) => (script.liars.includes(p) ? liarHere : local)) }
      secrets.push(node.secrets)
      standing.push(
        selves.filter((local, p) => this.#stands(local) && !last.has(p) && !script.liars.includes(p)),
      )
      const open = selves.filter((local) => isUndecided(search.steps.at(local).state)).length
      if (open < undecided) [undecided, decidedAt] = [open, node.round]
      const over = search.isFinal(node)
      const final = search.view(node, script)
      const broken = this.#broken(final, over) ?? this.#failure(node)
      if (over || broken !== null) {
        const costs = {
          messages,
          messagesByType: byType,
          rounds: node.heard,
          marks: marksIn(node, this.search.steps),
        }
        return { ...costs, final, decidedAt, standing, secrets, broken }
      }
      if (node.round === roundsMax) return null
      const { counted, arriving } = this.#sent(selves, last, node.round, script)
      messages += counted.length
      for (const number of counted) {
        const { type } = search.steps.message(number)
        byType[type] = (byType[type] ?? 0) + 1
      }
      const reached = arriving.map((inbox) => inbox.some((list) => list.length > 0))
      const before = selves
      selves = this.#next(selves, last, node.round, script, arriving)
      stepped = before.map((local, q) => {
        const acts = this.#algorithm.uponRound !== undefined && search.steps.at(local).status === 'awake'
        return search.steps.at(local).status !== 'terminated' && (reached[q]! || acts)
      })
      const heard = reached.some((one, q) => one && this.#stands(selves[q]!))
      const round = node.round + 1
      node = { ...node, round, heard: heard ? round : node.heard, secrets: search.secretsAfter(node) }
    }
  }

  #stands(local: number): boolean {
    return this.search.steps.at(local).status !== 'crashed'
  }

  /** Whose step in this round is its last, the first at the time of its crash or later; with whom it still reaches. */
  #lastSteps(
    selves: readonly number[],
    stepped: readonly boolean[],
    round: number,
    { crashes }: FaultScript,
  ): ReadonlyMap<number, readonly number[]> {
    const now = crashes.filter(
      (crash) => crash.round <= round && stepped[crash.processor]! && this.#stands(selves[crash.processor]!),
    )
    return new Map(now.map(({ processor, receivers }) => [processor, receivers]))
  }

  /** What reaches each processor by channel, and what of all counts. */
  #sent(
    selves: readonly number[],
    last: ReadonlyMap<number, readonly number[]>,
    round: number,
    script: FaultScript,
  ) {
    const { network } = this.#instance
    const { steps } = this.search
    const counted: number[] = []
    const arriving = selves.map((_, q) =>
      Array.from({ length: network.degree(q) }, (_, channel): readonly number[] => {
        const p = network.neighbor(q, channel)
        const list = steps.at(selves[p]!).sends[network.mirror(q, channel)] ?? nothing
        if (script.liars.includes(p)) return this.#lie(script, p, q, round) ?? list
        if (list.length === 0 || last.get(p)?.includes(q) === false) return nothing
        const stray = script.omissions.find((one) => isBetween(one, { sender: p, receiver: q, round }))
        if (stray?.fate !== 'omitted') counted.push(...list)
        return stray === undefined ? list : nothing
      }),
    )
    return { counted, arriving }
  }

  #lie({ lies }: FaultScript, liar: number, receiver: number, round: number): readonly number[] | undefined {
    const lie = lies.find((one) => isBetween({ ...one, sender: one.liar }, { sender: liar, receiver, round }))
    return lie?.messages.map((message) => this.search.steps.messageNumber(message))
  }

  #next(
    selves: readonly number[],
    last: ReadonlyMap<number, readonly number[]>,
    round: number,
    script: FaultScript,
    arriving: readonly (readonly (readonly number[])[])[],
  ): number[] {
    const { steps } = this.search
    return selves.map((local, q) => {
      if (last.has(q)) return steps.crashed(local)
      const { failed } = steps.at(local)
      const next = steps.step(q, local, arriving[q]!, round + 1)
      return failed || omitsIn(script, q, round) ? steps.failing(next) : next
    })
  }

  #broken(configuration: ConfigurationView, over: boolean): PlayedScript['broken'] {
    for (const [property, { kind, check }] of Object.entries(this.#algorithm.properties ?? {})) {
      if (!over && kind !== 'safety') continue
      const reason: Finding = check(configuration)
      if (reason !== true) return { property, reason }
    }
    return null
  }

  #failure({ locals }: RoundNode): PlayedScript['broken'] {
    const reason = locals.flatMap((local) =>
      local === liarHere ? [] : (this.search.steps.at(local).failure ?? []),
    )[0]
    return reason === undefined ? null : { property: 'failed', reason }
  }
}

const isUndecided = (state: object): boolean => ((state as { decided?: unknown }).decided ?? null) === null

const nothing: readonly number[] = []

interface Between {
  readonly sender: number
  readonly receiver: number
  readonly round: number
}

const isBetween = (one: Between, { sender, receiver, round }: Between): boolean =>
  one.sender === sender && one.receiver === receiver && one.round === round

const omitsIn = ({ omissions }: FaultScript, p: number, round: number): boolean =>
  omissions.some((one) => one.round === round && failingIn(one) === p)
