import type { ComputedInstance } from '../../instance.ts'
import { type Course, Courses, liarHere, subsets } from './courses.ts'
import type { FaultModel } from './fault-model.ts'
import type { RoundSteps } from './round-steps.ts'

/** A round: who acts, and what becomes of each processor. */
export interface Move {
  readonly acting: readonly number[]
  readonly courses: readonly Course[]
  readonly next: readonly number[]
  readonly ways: number
  readonly least: number
  readonly most: number
  readonly heard: boolean
}

/** What a round begins with. */
interface RoundStart {
  readonly locals: readonly number[]
  /** The number of the round in which what they send arrives. */
  readonly round: number
  /** What liars know that others have written. */
  readonly secrets: readonly string[]
}

/**
 * All that can happen in a round. First it is chosen who acts, that is crashes or omits something; then the processors'
 * courses are independent of each other, and those ways that lead a processor to the same state are one.
 */
export class Moves {
  readonly #steps: RoundSteps
  readonly #instance: ComputedInstance
  readonly #model: FaultModel
  /** What a liar may tell a processor, by the numbers of messages. */
  readonly #liesOf: (liar: number, receiver: number, start: RoundStart) => readonly (readonly number[])[]
  /** By what all send and who acts, for each processor by its state. */
  readonly #courseLists = new Map<string, Map<number, readonly Course[]>[]>()

  constructor(
    steps: RoundSteps,
    instance: ComputedInstance,
    model: FaultModel,
    liesOf: (liar: number, receiver: number, start: RoundStart) => readonly (readonly number[])[],
  ) {
    this.#steps = steps
    this.#instance = instance
    this.#model = model
    this.#liesOf = liesOf
  }

  *each(start: RoundStart): Generator<Move> {
    const { locals } = start
    if (this.#model.kind === 'byzantine') {
      yield* this.#joined(
        [],
        this.#known(start, [], (q) => this.#liedTo(start, q)),
      )
      return
    }
    for (const acting of this.#actingSets(locals)) {
      const courses = this.#known(start, acting, (q) => this.#courses(start, acting, q))
      for (const move of this.#joined(acting, courses)) {
        if (this.#model.kind === 'crash') yield move
        else if (move.courses.reduce((erred, course) => erred | course.erred, 0) === 2 ** acting.length - 1)
          yield {
            ...move,
            next: move.next.map((local, q) => (acting.includes(q) ? this.#steps.failing(local) : local)),
          }
      }
    }
  }

  /** The courses of each processor. They depend on its state and on what all send, and are worked out once. */
  #known(
    { locals, round, secrets }: RoundStart,
    acting: readonly number[],
    workOut: (q: number) => Course[],
  ): readonly (readonly Course[])[] {
    const sent = locals.map((local) => (local === liarHere ? -1 : this.#steps.sendsNumber(local)))
    const text = `${round} ${acting.join()} ${sent.join()} ${secrets.join()}`
    let known = this.#courseLists.get(text)
    if (known === undefined) this.#courseLists.set(text, (known = locals.map(() => new Map())))
    return locals.map((local, q) => {
      let courses = known[q]!.get(local)
      if (courses === undefined) known[q]!.set(local, (courses = workOut(q)))
      return courses
    })
  }

  /** The sets of processors that crash or omit something in a round. */
  #actingSets(locals: readonly number[]): number[][] {
    const { most, kind, omits } = this.#model
    const failed = (p: number): boolean => this.#steps.at(locals[p]!).failed
    let sets: number[][] = [[]]
    let left = most
    for (const p of locals.keys()) {
      const { sends, status } = this.#steps.at(locals[p]!)
      if (failed(p)) left--
      const may = sends.length > 0 || (kind === 'omission' && omits !== 'send' && status !== 'terminated')
      if (may) sets = [...sets, ...sets.map((set) => [...set, p])]
    }
    return sets.filter((set) => set.filter((p) => !failed(p)).length <= left)
  }

  /** What is sent to a processor by channel, and by whom. */
  #arriving(locals: readonly number[], q: number): { sender: number; list: readonly number[] }[] {
    const { network } = this.#instance
    return Array.from({ length: network.degree(q) }, (_, channel) => {
      const sender = network.neighbor(q, channel)
      const local = locals[sender]!
      const list = local === liarHere ? [] : (this.#steps.at(local).sends[network.mirror(q, channel)] ?? [])
      return { sender, list }
    })
  }

  #courses({ locals, round }: RoundStart, acting: readonly number[], q: number): Course[] {
    const { kind, omits } = this.#model
    const arriving = this.#arriving(locals, q)
    const crashes = kind === 'crash' && acting.includes(q)
    const dead = crashes || this.#steps.at(locals[q]!).status === 'crashed'
    const mayOmit = kind === 'crash' || omits !== 'receive'
    const mayBeDeaf = kind === 'omission' && omits !== 'send' && acting.includes(q)
    const choosing = acting.map(
      (a) => mayOmit && arriving.some((one) => one.sender === a && one.list.length > 0),
    )
    const courses = new Courses()
    for (const reached of subsets(choosing)) {
      const sent = arriving.map(({ sender, list }) => {
        const i = acting.indexOf(sender)
        return i >= 0 && choosing[i]! && (reached & (1 << i)) === 0 ? [] : list
      })
      const count = sent.reduce((sum, list) => sum + list.length, 0)
      const omitted =
        kind === 'omission'
          ? choosing.reduce((bits, may, i) => bits | (may && !(reached & (1 << i)) ? 1 << i : 0), 0)
          : 0
      for (const deaf of subsets(sent.map((list) => mayBeDeaf && list.length > 0))) {
        const inbox = sent.map((list, channel) => (deaf & (1 << channel) ? [] : list))
        const local = crashes
          ? this.#steps.crashed(locals[q]!)
          : this.#steps.step(q, locals[q]!, inbox, round)
        const erred = omitted | (deaf === 0 ? 0 : 1 << acting.indexOf(q))
        const heard = !dead && inbox.some((list) => list.length > 0)
        courses.add({ local, ways: 1, least: count, most: count, heard, erred, reached, deaf, lies: [] })
      }
    }
    return courses.all
  }

  /** The courses of a processor to which liars may say anything. */
  #liedTo(start: RoundStart, q: number): Course[] {
    const { locals, round } = start
    const arriving = this.#arriving(locals, q)
    const count = arriving.reduce((sum, { list }) => sum + list.length, 0)
    const plain = { ways: 1, least: count, most: count, heard: count > 0, erred: 0, reached: 0, deaf: 0 }
    if (locals[q] === liarHere) return [{ ...plain, local: liarHere, lies: [] }]
    const liars = [...locals.keys()].filter((p) => locals[p] === liarHere)
    const { status } = this.#steps.at(locals[q]!)
    const rests = status === 'terminated'
    const courses = new Courses()
    const tell = (told: readonly (readonly number[])[]): void => {
      const liar = liars[told.length]
      if (liar !== undefined) {
        for (const lie of this.#liesOf(liar, q, start)) tell([...told, lie])
        return
      }
      const inbox = arriving.map(({ sender, list }) => told[liars.indexOf(sender)] ?? list)
      courses.add({ ...plain, local: this.#steps.step(q, locals[q]!, inbox, round), lies: told })
    }
    if (rests) courses.add({ ...plain, local: this.#steps.step(q, locals[q]!, [], round), lies: [] })
    else tell([])
    return courses.all
  }

  /** One course of each processor, in all ways. */
  *#joined(acting: readonly number[], courses: readonly (readonly Course[])[]): Generator<Move> {
    const at = courses.map(() => 0)
    for (let turned = 0; turned >= 0; ) {
      const chosen = courses.map((list, q) => list[at[q]!]!)
      let [ways, least, most, heard] = [1, 0, 0, false]
      for (const course of chosen) {
        ways *= course.ways
        least += course.least
        most += course.most
        heard ||= course.heard
      }
      yield { acting, courses: chosen, next: chosen.map(({ local }) => local), ways, least, most, heard }
      for (turned = courses.length - 1; turned >= 0; turned--) {
        at[turned]!++
        if (at[turned]! < courses[turned]!.length) break
        at[turned] = 0
      }
    }
  }
}
