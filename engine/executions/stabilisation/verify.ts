import { InputError } from '../../errors.ts'
import { daemons, type StabilisingAlgorithm, stabilisingSystem } from '../../stabilisation/index.ts'
import { Fields, isNatural, type Place, parseLine } from '../fields.ts'
import { sameData } from '../same-data.ts'
import type { FirstError, NumberedLine } from '../verify.ts'
import {
  StabilisingCourse,
  type StabilisingEnd,
  type StabilisingHeader,
  type StabilisingMoment,
  type StabilisingStep,
  stabilisingFormat,
} from './format.ts'

/** What was found in a recorded execution of a self-stabilising algorithm. */
export interface StabilisingVerification extends StabilisingEnd {
  readonly ok: boolean
  /** How many steps, the last ones, are repeated for ever; 0 if the execution is a finite one. */
  readonly repeated: number
  readonly first_error: FirstError | null
}

/** Whether a first line is that of an execution of a self-stabilising algorithm. */
export const isStabilisingRecord = (text: string): boolean =>
  /^\s*\{.*"format"\s*:\s*"admissible-stabilisation\//.test(text.slice(0, 1000))

const naturals = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every(isNatural)

/** Reads the first line. Throws an InputError that says where and what is wrong. */
export function readStabilisingHeader(text: string, place: Place): StabilisingHeader {
  const fields = new Fields(parseLine(text, place), place)
  if (fields.get('format') !== stabilisingFormat) fields.fail('format', `must be "${stabilisingFormat}"`)
  const neighbors = fields.list('neighbors', naturals, 'lists of natural numbers')
  const initially = fields.list('initially', isNatural, 'natural numbers')
  if (initially.length !== neighbors.length)
    fields.fail('initially', `has ${initially.length} entries for ${neighbors.length} processors`)
  return {
    format: stabilisingFormat,
    algorithm: fields.text('algorithm'),
    module: fields.get('module') == null ? null : fields.text('module'),
    k: fields.natural('k'),
    neighbors,
    daemon: fields.text('daemon'),
    initially,
    repeats_from: fields.get('repeats_from') == null ? null : fields.natural('repeats_from'),
  }
}

const isMove = (value: unknown): value is readonly [number, number] => naturals(value) && value.length === 2

function readLine(text: string, place: Place): StabilisingStep | { readonly end: StabilisingEnd } {
  const fields = new Fields(parseLine(text, place), place)
  if (fields.get('end') === undefined) return { moves: fields.list('moves', isMove, 'pairs of numbers') }
  const end = fields.object('end')
  return {
    end: {
      steps: end.natural('steps'),
      moves: end.natural('moves'),
      legitimate_after: end.get('legitimate_after') === null ? null : end.natural('legitimate_after'),
      left: end.flag('left'),
      silent: end.flag('silent'),
    },
  }
}

/**
 * Whether a recorded execution is true: each step is one that the daemon can choose, each move the one that its processor
 * makes, and the end says what came of it. Uses the file and the definitions alone. Throws an InputError if a line cannot
 * be read; `name` is that of the file. `onMoment` is told of each configuration that is true, from the first one on.
 */
export function verifyStabilising(
  header: StabilisingHeader,
  lines: Iterable<NumberedLine>,
  algorithm: StabilisingAlgorithm,
  name: string,
  onMoment: (moment: StabilisingMoment) => void = () => {},
): StabilisingVerification {
  const checker = new StabilisingChecker(header, algorithm)
  let number = 1
  const place = () => `${name}, line ${number}`
  let over = false
  const result = (problem: string | null): StabilisingVerification => {
    const { steps, ...end } = checker.course.end
    const from = header.repeats_from
    const first_error = problem === null ? null : { line: number, event: null, problem }
    return { ok: problem === null, steps, ...end, repeated: from === null ? 0 : steps - from, first_error }
  }
  const impossible = checker.headerProblem()
  if (impossible !== null) return result(impossible)
  onMoment(checker.course.moment)
  for (const { text, number: next } of lines) {
    number = next
    if (over) throw new InputError(`${place()}: there is something after the end`)
    const line = readLine(text, place)
    over = 'end' in line
    const problem = 'end' in line ? checker.endProblem(line.end) : checker.step(line)
    if (problem !== null) return result(problem)
    if (!over) onMoment(checker.course.moment)
  }
  if (!over) throw new InputError(`${place()}: the file is cut off here; its last line must be the end`)
  return result(null)
}

class StabilisingChecker {
  readonly course: StabilisingCourse
  readonly #header: StabilisingHeader
  readonly #algorithm: StabilisingAlgorithm
  /** The states where the part begins that is repeated for ever. */
  #repeated: readonly number[] | null = null

  constructor(header: StabilisingHeader, algorithm: StabilisingAlgorithm) {
    this.#header = header
    this.#algorithm = algorithm
    const { neighbors, k, initially } = header
    this.course = new StabilisingCourse({ algorithm, neighbors, k }, initially)
    this.#begin()
  }

  /** Why there is no such system; null if there is. */
  headerProblem(): string | null {
    const { algorithm: name, k, neighbors, initially, daemon } = this.#header
    const n = neighbors.length
    if (name !== this.#algorithm.name) return `algorithm is ${name}, but this is ${this.#algorithm.name}`
    if (daemons.find(daemon) === null) return `there is no daemon “${daemon}”`
    const stranger = initially.find((state) => state >= k)
    if (stranger !== undefined) return `state ${stranger} is none of 0 … ${k - 1}`
    for (const [i, around] of neighbors.entries())
      for (const q of around)
        if (q >= n || !neighbors[q]!.includes(i))
          return `neighbors: p_${i} has p_${q}, which does not have it`
    const built = stabilisingSystem(this.#algorithm, n, { k })
    if (this.#algorithm.network === 'ring' && !sameData(built.neighbors, neighbors))
      return `${name} runs on a ring, where p_i has p_(i-1) and p_(i+1) for neighbours, in this order`
    return null
  }

  /** Takes a step; why it is none, or null. */
  step({ moves }: StabilisingStep): string | null {
    const movers = moves.map(([p]) => p)
    const { privileged } = this.course
    const { entry } = daemons.parse(this.#header.daemon)
    const idle = movers.find((p) => !privileged.includes(p))
    if (idle !== undefined) return `p_${idle} is not privileged`
    if (new Set(movers).size < movers.length) return 'a processor moves twice'
    if (!entry.allows(movers.length, privileged.length))
      return `the daemon ${entry.name} does not let ${movers.length} of ${privileged.length} privileged processors move`
    this.course.step(movers)
    const wrong = moves.find(([p, state]) => this.course.states[p] !== state)
    if (wrong !== undefined)
      return `p_${wrong[0]} moves to ${this.course.states[wrong[0]]}, not to ${wrong[1]}`
    this.#begin()
    return null
  }

  endProblem(end: StabilisingEnd): string | null {
    const is = this.course.end
    const { repeats_from: from } = this.#header
    const field = (Object.keys(is) as (keyof StabilisingEnd)[]).find((key) => is[key] !== end[key])
    if (field !== undefined) return `end.${field} is ${is[field]}, not ${end[field]}`
    if (from === null) return null
    if (this.#repeated === null) return `repeats_from is ${from}, but there are ${is.steps} steps`
    if (!sameData(this.#repeated, this.course.states))
      return `the steps after ${from} do not lead back to where they began`
    return is.steps === from && !is.silent ? `no step is repeated, but somebody can move` : null
  }

  #begin(): void {
    if (this.course.end.steps === this.#header.repeats_from) this.#repeated = this.course.states
  }
}
