import { InputError, MisuseError, ModelError } from '../../errors.ts'
import { type Sending, type StepResult, transition } from '../../formal/transition.ts'
import type { ComputedInstance } from '../../instance.ts'
import type { AnyAlgorithm, Crossing, Knowledge, Message } from '../../model/index.ts'
import { mayNotAsk } from '../../outside.ts'
import { unasked } from '../../services/index.ts'
import { tellers } from '../../simulation/machine/knowledge.ts'
import { weightAt } from '../../weights/weight-at.ts'
import { canonicalText } from './canonical-text.ts'
import { byItself, describeHappening, type Happening } from './happening.ts'
import { describeChange, type LocalState, type SharedObject, safeText } from './local-state.ts'
import { copyExcept, findNotPlain, objectsIn } from './plain-data.ts'
import { askedFor } from './watch-chance.ts'

/** What comes of it. */
interface CarefulStep {
  readonly after: LocalState
  readonly sent: readonly Sending[]
  /** What crosses the interface. */
  readonly crossings: readonly Crossing[]
  /** What the algorithm throws; null if nothing. */
  readonly failure: string | null
}

/**
 * The transition function of an algorithm that is not trusted to be one. It is handed copies, and an InputError says
 * what it does that no function of state and message does: asks for chance or the time, changes a message once it is sent
 * or received, changes what it shares with others, keeps something else than plain data.
 */
export class CarefulSteps {
  readonly #algorithm: AnyAlgorithm
  readonly #instance: ComputedInstance
  /** What each object belongs to that is not one state's own. */
  readonly #owners = new WeakMap<object, string>()

  constructor(algorithm: AnyAlgorithm, instance: ComputedInstance) {
    this.#algorithm = algorithm
    this.#instance = instance
  }

  /** The initial states. What two of them share, or what two calls for one do, is nobody's own. */
  initial(): LocalState[] {
    const { network } = this.#instance
    const states = Array.from({ length: network.n }, (_, p) => this.#initially(p))
    const holders = new Map<object, number>()
    for (const [p, both] of states.entries())
      for (const state of both)
        for (const object of new Set([...objectsIn(state)].map(([object]) => object))) {
          const holder = holders.get(object)
          if (holder === undefined) holders.set(object, p)
          else this.#owners.set(object, holder === p ? 'code outside the state' : 'other processors')
        }
    const before = { status: 'asleep', standing: unasked, calls: 0, wokeItself: false } as const
    return states.map(([first, second], p) => {
      const place = `the initial state of p_${p}`
      const [local, again] = [this.#local(first, before, place), this.#local(second, before, place)]
      if (local.text !== again.text)
        throw this.#error(`${place} is not the same twice: ${describeChange(local.state, again.state)}`)
      return local
    })
  }

  #initially(p: number): readonly [object, object] {
    const { network } = this.#instance
    const tell = tellers(this.#algorithm, this.#instance, network)
    const run = () => this.#algorithm.initially(tell(p) as Knowledge)
    try {
      let both: readonly [object, object] | undefined
      const asked = askedFor(() => {
        both = [run(), run()]
      })
      for (const state of both!) this.#text(state, () => `the initial state of p_${p}`)
      this.#assertNothingAsked(asked, `the initial state of p_${p}`)
      return both!
    } catch (error) {
      if (error instanceof InputError) throw error
      throw new InputError(
        `${this.#algorithm.name} throws in the initial state of p_${p}: ${(error as Error).message}`,
      )
    }
  }

  /** Carries out a computation event on copies. Throws an InputError if it does what a transition function does not. */
  step(before: LocalState, happening: Happening): CarefulStep {
    const { processor, channel } = happening
    const place = describeHappening(happening)
    const state = copyExcept(before.state, this.#owners)
    const message = structuredClone(happening.message)
    const sent: { readonly message: Message; readonly text: string }[] = []
    const { network, weights } = this.#instance
    const run = () =>
      transition(this.#algorithm, before.status, state, {
        degree: network.degree(processor),
        wakes: channel === byItself,
        standing: before.standing,
        asks: happening.call === undefined ? [] : [happening.call],
        inbox: message === null ? [] : [{ message, from: channel }],
        round: null,
        weight: (channel) => weightAt(network, weights, processor, channel),
        random: () => {
          throw new ModelError('flips a coin')
        },
        sends: (message) => {
          sent.push({ message, text: this.#text(message, () => `a message that ${place} sends`) })
        },
      })
    let result: StepResult | Error | undefined
    const asked = askedFor(() => {
      result = orError(run)
    })
    this.#assertNothingAsked(asked, place)
    if (result instanceof InputError) throw result
    if (result instanceof MisuseError) throw this.#error(`${place} ${result.message}`)
    this.#assertKept(before, happening, message, sent)
    if (result === undefined || result instanceof Error)
      return { after: before, sent: [], crossings: [], failure: result?.message ?? '' }
    for (const { message } of sent) this.#share(message, 'a message that was sent')
    this.#share(message, 'a message that was received')
    const wokeItself = before.wokeItself || (channel === byItself && before.status === 'asleep')
    const calls = before.calls + (happening.call === undefined ? 0 : 1)
    return {
      after: this.#local(state, { ...result, calls, wokeItself }, `the state after ${place}`),
      sent: result.sent,
      crossings: result.crossings,
      failure: null,
    }
  }

  /** Throws if an event has changed what others can see. */
  #assertKept(
    { shared }: LocalState,
    happening: Happening,
    message: Message | null,
    sent: readonly { readonly message: Message; readonly text: string }[],
  ): void {
    const place = describeHappening(happening)
    if (!isText(message, canonicalText(happening.message)))
      throw this.#error(
        `${place} changes the message that it receives: ${describeChange(happening.message!, message!)}`,
      )
    for (const { message, text } of sent)
      if (!isText(message, text)) throw this.#error(`${place} changes ⟨${message.type}⟩ after sending it`)
    for (const { object, path, text, owner } of shared)
      if (!isText(object, text))
        throw this.#error(
          `${place} changes ${path.join('.') || 'all'} of its state, which it shares with ${owner}`,
        )
  }

  #share(value: unknown, owner: string): void {
    for (const [object] of objectsIn(value)) if (!this.#owners.has(object)) this.#owners.set(object, owner)
  }

  #local(
    state: object,
    { status, standing, calls, wokeItself }: Pick<LocalState, 'status' | 'standing' | 'calls' | 'wokeItself'>,
    place: string,
  ): LocalState {
    const use = this.#algorithm.service === undefined ? '' : `${calls} ${standing.pending} ${standing.next} `
    const text = `${status} ${use}${this.#text(state, () => place)}`
    const shared: SharedObject[] = []
    for (const [object, path] of objectsIn(state)) {
      const owner = this.#owners.get(object)
      if (owner !== undefined) shared.push({ object, path, text: canonicalText(object), owner })
    }
    return { state, status, standing, calls, wokeItself, shared, text }
  }

  /** The text of what must be plain data. */
  #text(value: unknown, place: () => string): string {
    try {
      return canonicalText(value)
    } catch {
      const { path, what } = findNotPlain(value)!
      const where = path.length === 0 ? 'is' : `holds, in ${path.join('.')},`
      throw this.#error(`${place()} ${where} ${what}; states and messages must be plain data`)
    }
  }

  #assertNothingAsked(asked: string | null, place: string): void {
    if (asked === null) return
    throw this.#error(`${place} ${mayNotAsk(asked)}`)
  }

  #error(text: string): InputError {
    return new InputError(`${this.#algorithm.name}: ${text}`)
  }
}

const isText = (value: unknown, text: string): boolean => safeText(value) === text

function orError<T>(run: () => T): T | Error {
  try {
    return run()
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}
