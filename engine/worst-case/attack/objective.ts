import { measureParts, messagesPerOperation } from '../../claims/measure.ts'
import { InputError } from '../../errors.ts'
import type { AnyAlgorithm, ConfigurationView, Instance, Measures, Service } from '../../model/index.ts'
import { openOperations } from '../../services/index.ts'
import { didYouMean } from '../../suggest.ts'

/** A run as an objective sees it. */
export interface Ended {
  readonly measures: Measures
  readonly final: ConfigurationView
  readonly instance: Instance
}

/** What an adversary tries to make large. */
export interface Objective {
  readonly name: string
  value(ended: Ended): number
}

/**
 * The objective of this name: messages, time, messages:TYPE, time:MARK, one of the algorithm's columns, or what operations
 * cost. Where processors are used, how long it takes in all is up to those who use them, and no objective. Throws an InputError.
 */
export function objectiveNamed(name: string, algorithm: AnyAlgorithm): Objective {
  if (name === 'messages') return { name, value: ({ measures }) => measures.messages }
  const { service } = algorithm
  const isUsed = service !== undefined
  if (name === 'time' && !isUsed) return { name, value: ({ measures }) => measures.time }
  const costs = isUsed ? costsOf(service) : {}
  const cost = Object.hasOwn(costs, name) ? costs[name] : undefined
  // What never comes takes no time.
  if (cost !== undefined) return { name, value: ({ measures }) => cost(measures) ?? 0 }
  const marks = (isUsed ? [] : (algorithm.marks ?? [])).flatMap((mark) => [
    `time:${mark}`,
    `time-first:${mark}`,
  ])
  const parts = marks.includes(name) ? measureParts(name) : null
  // What no processor comes to, comes at no time.
  if (parts?.kind === 'mark')
    return { name, value: ({ measures }) => measures.marks[parts.mark]?.[parts.of] ?? 0 }
  const types = Object.keys(algorithm.uponReceiving ?? {}).map((type) => `messages:${type}`)
  if (types.includes(name)) {
    const type = name.slice('messages:'.length)
    return { name, value: ({ measures }) => measures.messagesByType[type]! }
  }
  const column = Object.hasOwn(algorithm.columns ?? {}, name) ? algorithm.columns![name] : undefined
  if (column !== undefined) return { name, value: ({ final }) => numeric(name, column.read(final)) }
  const known = [
    'messages',
    ...(isUsed ? Object.keys(costs) : ['time']),
    ...types,
    ...marks,
    ...Object.keys(algorithm.columns ?? {}),
  ]
  throw new InputError(
    `unknown objective “${name}”${didYouMean(name, known) || `; ${algorithm.name} has ${known.join(', ')}`}`,
  )
}

type Cost = (measures: Measures) => number | null | undefined

/** What operations cost. */
function costsOf(service: Service): Readonly<Record<string, Cost>> {
  const answered = openOperations(service).filter((name) => service.operations[name]!.unanswered !== true)
  return {
    messages_per_operation: messagesPerOperation,
    ...(answered.length > 0 && { response: ({ operations }: Measures) => operations?.response }),
    ...Object.fromEntries(
      answered.map((name) => [`response:${name}`, ({ operations }: Measures) => operations?.responses[name]]),
    ),
    ...(service.critical !== undefined && {
      bypass: ({ operations }: Measures) => operations?.bypass,
      sync_delay: ({ operations }: Measures) => operations?.syncDelay,
    }),
    ...(service.spread !== undefined && { delivery: ({ operations }: Measures) => operations?.delivery }),
  }
}

/** The value as a number, truth being 1. Throws an InputError if it is none. */
export function numeric(name: string, value: unknown): number {
  const number = typeof value === 'boolean' ? Number(value) : value
  if (typeof number === 'number' && !Number.isNaN(number)) return number
  throw new InputError(`objective ${name} gives ${JSON.stringify(value)}; it must be a number`)
}
