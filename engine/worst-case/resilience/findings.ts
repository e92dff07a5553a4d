import type { Finding } from '../../model/index.ts'
import { ClaimLedger } from './claim-ledger.ts'
import { liarHere } from './courses.ts'
import type { FaultExploration, FaultExploreOptions, FaultViolation } from './fault-exploration.ts'
import type { FaultScript } from './fault-script.ts'
import type { Beginning, FaultSearch, RoundNode } from './fault-search.ts'
import { traceBack } from './trace-back.ts'

/** Thrown when a property has read a field that was not known to be read. */
export class ReadMore extends Error {}

/** A beginning, the place of its inputs among all, and all inputs that begin so, which differ in those of liars alone. */
interface BegunSo extends Beginning {
  readonly place: number
  readonly inputs: readonly (readonly number[])[]
}

/** What the configurations of a search come to. */
export class Findings {
  readonly #search: FaultSearch
  readonly #claims: ClaimLedger
  readonly #violations = new Map<string, FaultViolation>()
  readonly #marks = new Map<string, { min: number; max: number }>()
  #executions = 0
  #least = Number.POSITIVE_INFINITY
  #most = -1
  #rounds = 0
  #costliest: (() => FaultScript) | null = null

  constructor(search: FaultSearch, { identifiers = 'given', beyond }: FaultExploreOptions) {
    this.#search = search
    const setting = { identifiers, ...(beyond !== undefined && { beyond }) }
    this.#claims = new ClaimLedger(search.algorithm, search.model, setting)
  }

  /** Whether a property has been broken. */
  get broken(): boolean {
    return this.#violations.size > 0
  }

  /** Looks at a configuration, with which executions are over or not. */
  look(node: RoundNode, beginning: BegunSo, over: boolean): void {
    const { algorithm, seen } = this.#search
    const found = beginning.inputs.flatMap((values) => {
      const begun = { ...beginning, values }
      const configuration = this.#search.view(node, begun)
      return Object.entries(algorithm.properties ?? {})
        .filter(([, { kind }]) => over || kind === 'safety')
        .map(([name, { check }]) => ({ name, reason: check(configuration), begun }))
    })
    // Before anything else is done with states, since what has been read tells more of them apart.
    if (!seen.complete) throw new ReadMore()
    for (const { name, reason, begun } of found) this.#note(name, reason, node, begun)
    if (over) this.#end(node, beginning)
  }

  summary(configurations: number, exhausted: boolean): FaultExploration {
    return {
      executions: this.#executions,
      configurations,
      symmetric: this.#search.symmetric,
      exhausted,
      messages: { min: Number.isFinite(this.#least) ? this.#least : 0, max: Math.max(0, this.#most) },
      rounds: this.#rounds,
      marks: Object.fromEntries(this.#marks),
      claims: this.#claims.claims,
      costliest: this.#costliest?.() ?? null,
      violations: [...this.#violations.values()],
    }
  }

  #note(property: string, reason: Finding, node: RoundNode, beginning: Beginning): void {
    if (reason === true || this.#violations.has(property)) return
    const script = traceBack(this.#search, node, beginning, 'parent')
    this.#violations.set(property, { property, reason, script })
  }

  #end(node: RoundNode, beginning: BegunSo): void {
    const { steps } = this.#search
    const all = node.locals.filter((local) => local !== liarHere).map((local) => steps.at(local))
    const failure = all.find((one) => one.failure !== null)?.failure
    if (failure != null) this.#note('failed', failure, node, beginning)
    this.#executions += node.ways
    this.#least = Math.min(this.#least, node.least)
    this.#rounds = Math.max(this.#rounds, node.heard)
    if (node.most > this.#most) {
      this.#most = node.most
      this.#costliest = () => traceBack(this.#search, node, beginning, 'costliest')
    }
    const marks: Record<string, [number, number]> = {}
    for (const { failed, marks: made } of all)
      if (!failed)
        for (const [mark, [first, last]] of Object.entries(made)) {
          const known = marks[mark] ?? [first, last]
          marks[mark] = [Math.min(known[0], first), Math.max(known[1], last)]
        }
    for (const [mark, [first, last]] of Object.entries(marks)) {
      const known = this.#marks.get(mark) ?? { min: first, max: last }
      this.#marks.set(mark, { min: Math.min(known.min, first), max: Math.max(known.max, last) })
    }
    this.#judge(node, beginning, marks)
  }

  #judge(node: RoundNode, beginning: BegunSo, marks: Record<string, [number, number]>): void {
    const { steps, seen, instance } = this.#search
    const { least, most, heard: rounds, locals } = node
    const faulty = [...locals.keys()].filter((p) => locals[p] === liarHere || steps.at(locals[p]!).failed)
    const final = this.#search.view(node, beginning)
    const given = instance.with({ values: Array.from(final.instance.values) })
    const end = { faulty, place: beginning.place, key: locals.join() }
    this.#claims.add({ least, most, rounds, marks }, final, given, end)
    if (!seen.complete) throw new ReadMore()
  }
}
