import { InputError } from '../../../errors.ts'
import type { ComputedInstance } from '../../../instance.ts'
import type { AnyAlgorithm } from '../../../model/index.ts'
import { brokenBy, type FaultModel, type FaultScript, FaultSearch, type Lie } from '../../resilience/index.ts'

/** One of the three executions that look to those who do not lie like a part of the hexagon. */
interface HexagonView {
  /** Which of the groups lies: 0, 1 or 2. */
  readonly liars: number
  readonly script: FaultScript
  readonly broken: { readonly property: string; readonly reason: string } | null
}

/** What the two copies come to when they are glued. */
export interface Hexagon {
  /** Three groups of at most f processors. */
  readonly groups: readonly (readonly number[])[]
  /** What the members of each group decide in the two copies: first those with inputs 0. */
  readonly decisions: readonly (readonly [zeros: string, ones: string])[]
  readonly rounds: number
  readonly views: readonly HexagonView[]
}

const roundsMax = 100

/**
 * The proof that n ≤ 3f processors cannot agree if f lie (Attiya & Welch, section 5.2.3; Fischer, Lynch & Merritt 1986), against
 * an algorithm in rounds: two copies of the system, one with all inputs 0 and one with all inputs 1, are cut and glued to a
 * ring of six groups. Any two neighbouring groups see what they could see in a system of three groups in which the third
 * lies. Throws an InputError where the theorem says nothing.
 */
export function hexagon(algorithm: AnyAlgorithm, instance: ComputedInstance, model: FaultModel): Hexagon {
  const { n } = instance.network
  const f = model.most
  assertSubject(algorithm, n, f)
  const groups = [0, 1, 2].map((g) => Array.from({ length: n }, (_, p) => p).filter((p) => p % 3 === g))
  const glued = new Glued(algorithm, instance, model)
  glued.run()
  const views = [0, 1, 2].map((liars): HexagonView => {
    const script = glued.scriptWith(liars)
    return { liars, script, broken: brokenBy(algorithm, instance, script) }
  })
  const decisions = groups.map((group) => [glued.decided(group, 0), glued.decided(group, 1)] as const)
  return { groups, decisions, rounds: glued.rounds, views }
}

function assertSubject({ name, uponRound, secrets }: AnyAlgorithm, n: number, f: number): void {
  if (n < 3 || n > 3 * f)
    throw new InputError(`the theorem is about 3 ≤ n ≤ 3f processors; here n = ${n}, f = ${f}`)
  if (uponRound === undefined)
    throw new InputError(`${name} is not written in rounds (uponRound); the hexagon runs in rounds`)
  if (secrets !== undefined)
    throw new InputError(
      `${name} has signatures, which the copies would have to forge; with them the theorem does not hold`,
    )
}

/** Two copies of a system, of which the channels between the first and the third group lead to the other copy. */
class Glued {
  rounds = 0
  readonly #search: FaultSearch
  readonly #instance: ComputedInstance
  /** By round, copy and processor, the numbers of the states. */
  readonly #locals: (readonly (readonly number[])[])[] = []

  constructor(algorithm: AnyAlgorithm, instance: ComputedInstance, model: FaultModel) {
    this.#instance = instance
    this.#search = new FaultSearch(algorithm, instance, model, { visible: new Set(['*']), symmetric: false })
  }

  run(): void {
    const { n } = this.#instance.network
    const { steps } = this.#search
    let locals: readonly (readonly number[])[] = [0, 1].map((value) =>
      steps.initially(new Array(n).fill(value)),
    )
    this.#locals.push(locals)
    const goesOn = (): boolean => locals.flat().some((local) => steps.at(local).status === 'awake')
    while (goesOn() && this.rounds < roundsMax) {
      const before = locals
      this.rounds++
      locals = [0, 1].map((copy) =>
        before[copy]!.map((local, p) => steps.step(p, local, this.#inbox(before, copy, p), this.rounds)),
      )
      this.#locals.push(locals)
    }
  }

  #inbox(locals: readonly (readonly number[])[], copy: number, p: number): (readonly number[])[] {
    const { network } = this.#instance
    return Array.from({ length: network.degree(p) }, (_, channel) =>
      this.#sent(locals, copyOf(network.neighbor(p, channel), { copy, p }), p, channel),
    )
  }

  /** What the neighbour by a channel sends, as it stands in a copy. */
  #sent(locals: readonly (readonly number[])[], copy: number, p: number, channel: number): readonly number[] {
    const { network } = this.#instance
    const q = network.neighbor(p, channel)
    return this.#search.steps.at(locals[copy]![q]!).sends[network.mirror(p, channel)] ?? []
  }

  /** The execution in which one group lies, and tells each of the others what its neighbour in the hexagon does. */
  scriptWith(liars: number): FaultScript {
    const { network } = this.#instance
    const everyone = Array.from({ length: network.n }, (_, p) => p)
    const lies: Lie[] = []
    for (let round = 0; round < this.rounds; round++)
      for (const p of everyone.filter((p) => p % 3 !== liars))
        for (let channel = 0; channel < network.degree(p); channel++) {
          const liar = network.neighbor(p, channel)
          if (liar % 3 !== liars) continue
          const copy = copyOf(liar, { copy: copyIn(liars, p), p })
          const numbers = this.#sent(this.#locals[round]!, copy, p, channel)
          const messages = numbers.map((number) => this.#search.steps.message(number))
          lies.push({ liar, receiver: p, round, messages })
        }
    return {
      values: everyone.map((p) => (p % 3 === liars ? 0 : copyIn(liars, p))),
      ...{ crashes: [], omissions: [], lies },
      liars: everyone.filter((p) => p % 3 === liars),
    }
  }

  /** What the members of a group decide in a copy. */
  decided(group: readonly number[], copy: number): string {
    const states = group.map((p) => this.#search.steps.at(this.#locals.at(-1)![copy]![p]!).state)
    return [
      ...new Set(states.map((state) => String((state as { decided?: unknown }).decided ?? 'nothing'))),
    ].join('/')
  }
}

/** In which copy a neighbour stands: the first and the third group are glued crosswise. */
const copyOf = (q: number, { copy, p }: { readonly copy: number; readonly p: number }): number =>
  Math.abs((p % 3) - (q % 3)) === 2 ? 1 - copy : copy

/**
 * In which copy those stand who do not lie: without the first group all have input 0, without the third all have input 1;
 * without the second, the third has 0 and the first has 1.
 */
const copyIn = (liars: number, p: number): number => (liars === 0 ? 0 : liars === 2 ? 1 : p % 3 === 0 ? 1 : 0)
