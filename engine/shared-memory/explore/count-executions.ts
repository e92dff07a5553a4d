import { InputError } from '../../errors.ts'
import { kindNumbers } from '../memory/handles.ts'
import { layOut } from '../memory/layout.ts'
import { assertSize } from '../memory/program.ts'
import { type SharedObject, systemAsked } from '../model/index.ts'
import { Automaton } from './automaton.ts'
import { objectCourse } from './object-course.ts'
import type { ObjectExploring } from './object-exploration.ts'
import { type AccessEvent, type AccessMade, conflict, eventAfter, initials, races } from './races.ts'
import { usualCalls } from './usual-calls.ts'

/** How many executions there are, up to the order of steps that commute. */
export interface CountedExecutions {
  /** How many classes of executions, each gone through once. */
  readonly executions: number
  /** How often the search had begun an execution before it saw that its class was known. */
  readonly redundant: number
  /** False if there are more than were allowed. */
  readonly complete: boolean
}

/** A time in the search: who is to go on from there, and whose going on leads to what is known. Sets of processors, as bits. */
interface Node {
  backtrack: number
  sleep: number
}

/** Sets of processors are the bits of a number. */
const processorsMax = 30

/**
 * Counts the executions of given operations up to the order of steps that commute: accesses to different variables, and accesses
 * to the same one that leave it as it is, which are reads and compare&swap operations that fail. Two executions in which all steps that
 * do not commute come in the same order have the same steps with the same values, and end in the same configuration.
 *
 * The search (source sets: Abdulla, Aronis, Jonsson & Sagonas 2014) goes through each class once. Where two steps
 * of a run are in a race, so that neither does something that the other has to wait for, it also lets who was second go first, or whoever else
 * can begin what comes before that. Who has gone on from some time already *sleeps* there until a step comes with which
 * its next one does not commute: till then, going on with it would lead to a class that is known. Throws an InputError if a processor waits.
 */
export function countExecutions(object: SharedObject, exploring: ObjectExploring): CountedExecutions {
  const { n, states: most = 2_000_000 } = exploring
  assertSize(object, n)
  if (n > processorsMax)
    throw new InputError(
      `${object.name}: executions of more than ${processorsMax} processors are not counted`,
    )
  const search = new ExecutionSearch(object, exploring.calls ?? usualCalls(object, n), most)
  search.from({ backtrack: 0, sleep: 0 })
  const { executions, redundant, complete } = search
  return { executions, redundant, complete }
}

class ExecutionSearch {
  executions = 0
  redundant = 0
  complete = true
  readonly #name: string
  readonly #most: number
  readonly #automata: readonly Automaton[]
  readonly #mins: readonly number[]
  readonly #locals: number[]
  readonly #values: number[]
  /** The steps so far, and the times before them. */
  readonly #events: AccessEvent[] = []
  readonly #nodes: Node[] = []

  constructor(object: SharedObject, calls: NonNullable<ObjectExploring['calls']>, most: number) {
    const layout = layOut(object.name, object.variables(systemAsked(calls)), calls.length)
    const course = objectCourse(object, calls, false)
    this.#name = object.name
    this.#most = most
    this.#automata = calls.map((_, p) => new Automaton(p, layout, course))
    this.#mins = layout.variables.map(({ min }) => min)
    this.#locals = calls.map(() => 0)
    this.#values = layout.variables.map(({ initial }) => initial)
  }

  /** Goes through all classes that begin with the steps so far, but for those that are known. */
  from(node: Node): void {
    const live = this.#live()
    if (live === 0) this.executions++
    else if ((live & ~node.sleep) === 0) this.redundant++
    if (this.executions + this.redundant > this.#most) this.complete = false
    const first = live & ~node.sleep
    node.backtrack = first & -first
    this.#nodes.push(node)
    for (let left = node.backtrack; left !== 0 && this.complete; left = node.backtrack & ~node.sleep) {
      const p = 31 - Math.clz32(left & -left)
      this.#goOn(node, p)
      node.sleep |= 1 << p
    }
    this.#nodes.pop()
  }

  #goOn(node: Node, p: number): void {
    const next = eventAfter(this.#events, this.#next(p), this.#locals.length)
    for (const e of races(this.#events, next)) {
      const able = initials(this.#events, e, next)
      const before = this.#nodes[e]!
      if ((able & before.backtrack) === 0) before.backtrack |= able & (1 << p) ? 1 << p : able & -able
    }
    let sleep = 0
    for (let q = 0; q < this.#locals.length; q++)
      if ((node.sleep >> q) & 1 && !conflict(this.#next(q), next)) sleep |= 1 << q
    const { variable } = next
    const [local, value] = [this.#locals[p]!, this.#values[variable]!]
    const automaton = this.#automata[p]!
    this.#locals[p] = automaton.next(local, value, this.#mins[variable]!)
    this.#values[variable] = automaton.after(local, value, this.#mins[variable]!)
    this.#events.push(next)
    this.from({ backtrack: 0, sleep })
    this.#events.pop()
    this.#locals[p] = local
    this.#values[variable] = value
  }

  /** The step that a processor would take now. */
  #next(p: number): AccessMade {
    const local = this.#locals[p]!
    const { codes, variables } = this.#automata[p]!
    const [code, variable] = [codes[local]!, variables[local]!]
    if (code === kindNumbers.flip)
      throw new InputError(`${this.#name}: p_${p} flips a coin; only executions without chance are counted`)
    if (code === kindNumbers.await)
      throw new InputError(`${this.#name}: p_${p} waits; only executions in which nobody waits are counted`)
    const value = this.#values[variable]!
    const min = this.#mins[variable]!
    this.#automata[p]!.next(local, value, min)
    const fails = code === kindNumbers.compareAndSwap && this.#automata[p]!.after(local, value, min) === value
    return { processor: p, variable, writes: code !== kindNumbers.read && !fails }
  }

  #live(): number {
    return this.#automata.reduce(
      (live, { codes }, p) => (codes[this.#locals[p]!]! < 0 ? live : live | (1 << p)),
      0,
    )
  }
}
