import { InputError } from '../errors.ts'
import type { ArgumentKind, Service, Value } from '../model/index.ts'
import type { Random } from '../random.ts'
import { openOperations } from '../services/index.ts'
import type { Entry, Parsed } from '../specs/entry.ts'
import { didYouMean } from '../suggest.ts'
import type { Request, WorkloadContext } from './workload.ts'

/** The parameters that say what processors are asked for. */
export const whatParameters = {
  operations: {
    kind: 'integer',
    default: 5,
    min: 0,
    description: 'how many operations each processor is asked for',
  },
  hold: {
    kind: 'number',
    default: 0.5,
    min: 0,
    description: 'how long it holds what it was given, such as the critical section',
  },
  mix: { kind: 'text', description: 'the shares of the operations, such as read:9+write:1; default: equal' },
  values: {
    kind: 'text',
    choices: ['distinct', 'bit', 'input'],
    description: 'what operations are asked with; default: as the service has it',
  },
} as const

/** Throws an InputError where parameters ask for what the service does not have. */
export function checkWhat(service: Service, { entry, values, given }: Parsed<Entry>): void {
  const holds = Object.values(service.operations).some(({ followedBy }) => followedBy !== undefined)
  if (given.hold !== undefined && !holds)
    throw new InputError(
      `workload ${entry.name}: hold=${given.hold}, but there is nothing to hold in ${service.name}; leave it out`,
    )
  const apart = openOperations(service).find((name) => service.operations[name]!.toldApart)
  if (apart !== undefined && values.values !== undefined && values.values !== 'distinct')
    throw new InputError(
      `workload ${entry.name}: values=${values.values}, but ${service.name} tells one ${apart} from another by its value; leave it out`,
    )
  const bounded = openOperations(service).find(
    (name) => typeof service.operations[name]!.argument === 'object',
  )
  if (bounded !== undefined && (values.values === 'distinct' || values.values === 'input'))
    throw new InputError(
      `workload ${entry.name}: values=${values.values}, but ${bounded} has few values; leave it out`,
    )
  if (values.values !== undefined && argumentKinds(service).includes('channels'))
    throw new InputError(
      `workload ${entry.name}: values=${values.values}, but ${service.name} is asked with channels; leave it out`,
    )
  sharesOf(service, entry.name, values.mix)
}

const argumentKinds = (service: Service): unknown[] =>
  openOperations(service).map((name) => service.operations[name]!.argument)

type Shares = readonly (readonly [string, number])[]

/** The operations with their shares, which add up to 1, in the order of the service. */
function sharesOf(service: Service, name: string, mix: unknown): Shares {
  const open = openOperations(service)
  if (mix === undefined) return open.map((operation) => [operation, 1 / open.length])
  const shares = new Map<string, number>()
  for (const part of String(mix).split('+')) {
    const [, operation = '', share = ''] = /^\s*([\w-]+)\s*:\s*(\d+(?:\.\d+)?)\s*$/.exec(part) ?? []
    if (operation === '')
      throw new InputError(`workload ${name}: mix=${mix}: write OPERATION:SHARE+…, such as ${open[0]}:1`)
    assertOperation(service, operation, `workload ${name}: mix=${mix}`, open)
    if (shares.has(operation))
      throw new InputError(`workload ${name}: mix=${mix}: ${operation} stands there twice`)
    shares.set(operation, Number(share))
  }
  const total = [...shares.values()].reduce((sum, share) => sum + share, 0)
  if (total === 0) throw new InputError(`workload ${name}: mix=${mix}: one share must be above 0`)
  return open.map((operation) => [operation, (shares.get(operation) ?? 0) / total])
}

/** Throws an InputError unless the service has the operation, which is one of these. */
export function assertOperation(
  { name }: Service,
  operation: string,
  where: string,
  known: readonly string[],
): void {
  if (known.includes(operation)) return
  const hint = didYouMean(operation, known) || `; it has ${known.join(', ')}`
  throw new InputError(`${where}: ${name} has no operation “${operation}”${hint}`)
}

/** The shares of what these are asked for, made to add up to 1; none if that is impossible. */
function ofThese(these: 'root' | 'others', { operations }: Service, shares: Shares): Shares {
  const left = shares.filter(([operation]) => (operations[operation]!.only ?? these) === these)
  if (left.length === shares.length) return shares
  const total = left.reduce((sum, [, share]) => sum + share, 0)
  return total === 0 ? [] : left.map(([operation, share]) => [operation, share / total])
}

/** What the processors of one execution are asked for, one operation after the other, whenever that is. */
export class What {
  readonly #context: WorkloadContext
  /** The shares of the operations that the root is asked for, and of those that all others are. */
  readonly #ofRoot: Shares
  readonly #ofOthers: Shares
  readonly #streams: Random[] = []
  /** By processor, how many it was asked for, and what it must be asked for next. */
  readonly #asked: Float64Array
  readonly #then: (string | undefined)[] = []

  constructor(name: string, context: WorkloadContext) {
    this.#context = context
    const shares = sharesOf(context.service, name, context.values.mix)
    this.#ofRoot = ofThese('root', context.service, shares)
    this.#ofOthers = ofThese('others', context.service, shares)
    this.#asked = new Float64Array(context.n)
  }

  /** The stream of a processor. */
  stream(processor: number): Random {
    return (this.#streams[processor] ??= this.#context.streamOf(processor))
  }

  /** What it holds now and has to give back after a while; undefined if nothing. */
  held(processor: number): string | undefined {
    const operation = this.#then[processor]
    this.#then[processor] = undefined
    return operation
  }

  /** Another operation; null if it was asked for all. */
  another(processor: number): Omit<Request, 'time'> | null {
    const { service, values } = this.#context
    if (this.#asked[processor]! >= (values.operations as number)) return null
    const operation = this.#draw(processor)
    if (operation === null) return null
    this.#asked[processor]!++
    const { followedBy, argument } = service.operations[operation]!
    this.#then[processor] = followedBy
    if (argument === undefined) return { operation }
    return { operation, argument: this.#argument(processor, (values.values as ArgumentKind) ?? argument) }
  }

  /** Null if there is nothing that this processor may be asked for. */
  #draw(processor: number): string | null {
    const shares = processor === this.#context.root ? this.#ofRoot : this.#ofOthers
    if (shares.length === 0) return null
    if (shares.length === 1) return shares[0]![0]
    let left = this.stream(processor).uniform()
    for (const [operation, share] of shares) {
      left -= share
      if (left < 0) return operation
    }
    return shares.findLast(([, share]) => share > 0)![0]
  }

  #argument(processor: number, kind: ArgumentKind): Value {
    const { n, degree, inputs } = this.#context
    if (kind === 'channels') return someChannels(degree(processor), this.stream(processor))
    if (kind === 'input') return inputs[processor]!
    if (typeof kind === 'object') return this.stream(processor).integer(kind.below)
    if (kind === 'bit') return this.stream(processor).integer(2)
    return (this.#asked[processor]! - 1) * n + processor + 1
  }
}

/** Each non-empty set of channels is as likely as another; in ascending order. */
function someChannels(degree: number, stream: Random): number[] {
  for (;;) {
    const chosen: number[] = []
    for (let channel = 0; channel < degree; channel++) if (stream.integer(2) === 1) chosen.push(channel)
    if (chosen.length > 0 || degree === 0) return chosen
  }
}
