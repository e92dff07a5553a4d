import { InputError } from '../../../errors.ts'
import type { ComputedInstance } from '../../../instance.ts'
import type { AnyAlgorithm } from '../../../model/index.ts'
import { ScriptPlayer } from '../../attack/index.ts'
import type { FaultModel, FaultScript } from '../../resilience/index.ts'

type Crash = FaultScript['crashes'][number]

/** An execution of the chain, and what comes of it. */
interface ChainLink {
  readonly script: FaultScript
  /** What the processors that are left decide, each value once. */
  readonly decisions: readonly number[]
  /** The round of the last decision; null if there is none. */
  readonly decided: number | null
  readonly broken: { readonly property: string; readonly reason: string } | null
}

/** The executions of the chain, in their order. */
export interface RoundChain {
  readonly n: number
  readonly f: number
  readonly links: readonly ChainLink[]
  /** The place of the first that breaks a property; null if none does. */
  readonly broken: number | null
  /** The place of one in which somebody decides last. */
  readonly latest: number
}

const chainMax = 200_000

/**
 * The proof that consensus takes f + 1 rounds if f may crash and n ≥ f + 2 (Attiya & Welch, section 5.1.4), against an
 * algorithm: a chain of executions from all inputs 0 to all inputs 1, with at most one crash in each of f rounds. Each
 * looks to some processor that is left like the one before it, so if all decide in f rounds, all executions decide
 * the same, or one of them is wrong. Throws an InputError where the theorem says nothing.
 */
export function roundChain(
  algorithm: AnyAlgorithm,
  instance: ComputedInstance,
  model: FaultModel,
): RoundChain {
  const { n } = instance.network
  const f = model.most
  if (f < 1 || n < f + 2)
    throw new InputError(
      `the theorem is about f ≥ 1 crashes and n ≥ f + 2 processors; here n = ${n}, f = ${f}`,
    )
  if (lengthFor(n, f) > chainMax)
    throw new InputError(
      `the chain for n = ${n}, f = ${f} has ${lengthFor(n, f).toLocaleString('en')} executions, which are too many`,
    )
  const player = new ScriptPlayer(algorithm, instance, model)
  const links = [...chain(n, f)].map((script): ChainLink => {
    const played = player.play(script)
    if (played === null) throw new InputError(`${algorithm.name} does not come to an end in rounds`)
    const { final, decidedAt, broken } = played
    const gone = new Set(script.crashes.map(({ processor }) => processor))
    const all = final.states.flatMap((state, p) => (gone.has(p) ? [] : ((state as Deciding).decided ?? [])))
    return { script, decisions: [...new Set(all)].sort(), decided: decidedAt, broken }
  })
  const broken = links.findIndex((link) => link.broken !== null)
  const latest = links.reduce(
    (best, { decided }, i) => ((decided ?? 0) > (links[best]!.decided ?? 0) ? i : best),
    0,
  )
  return { n, f, links, broken: broken < 0 ? null : broken, latest }
}

interface Deciding {
  readonly decided?: number | null
}

/** From all inputs 0 to all inputs 1: one processor after the other falls silent, has its input changed, and speaks again. */
function* chain(n: number, rounds: number): Generator<FaultScript> {
  const silence = silenced(n, rounds, [], 0)
  for (let p = 0; p < n; p++) {
    const crashes = silence(p)
    const values = (ones: number) => Array.from({ length: n }, (_, q) => (q < ones ? 1 : 0))
    for (const one of crashes) yield script(values(p), one)
    for (const one of crashes.toReversed()) yield script(values(p + 1), one)
  }
}

const script = (values: readonly number[], crashes: readonly Crash[]): FaultScript => ({
  ...{ values, crashes, omissions: [], liars: [], lies: [] },
})

/**
 * Crashes from those at first to those with which a processor also sends nothing from a round on, so that each differs from
 * the one before in one message, or in what nobody sees. Before a message can go, its receiver falls silent in the next round;
 * then it speaks again, without it.
 */
function silenced(n: number, rounds: number, base: readonly Crash[], round: number) {
  return (p: number): (readonly Crash[])[] => {
    if (round === rounds || base.some(({ processor }) => processor === p)) return [base]
    const steps = [...silenced(n, rounds, base, round + 1)(p)]
    let told = Array.from({ length: n }, (_, q) => q).filter((q) => q !== p)
    const telling = () => [...base, { processor: p, round, receivers: told }]
    steps.push(telling())
    for (const q of told) {
      const out = silenced(n, rounds, telling(), round + 1)(q)
      told = told.filter((one) => one !== q)
      const back = silenced(n, rounds, telling(), round + 1)(q).toReversed()
      steps.push(...out.slice(1), ...back)
    }
    return steps
  }
}

/** How many executions the chain has, at most. */
function lengthFor(n: number, rounds: number): number {
  let length = 1
  for (let round = rounds; round > 0; round--) length = length + 1 + (n - 1) * (2 * length - 1)
  return 2 * n * length
}
