import { measureParts } from '../../claims/measure.ts'
import { InputError } from '../../errors.ts'
import type { AnyAlgorithm, ConfigurationView, Instance, Measures } from '../../model/index.ts'
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

/** The objective of this name: messages, time, messages:TYPE time:MARK or one of the algorithm's columns. Throws an InputError. */
export function objectiveNamed(name: string, algorithm: AnyAlgorithm): Objective {
  if (name === 'messages') return { name, value: ({ measures }) => measures.messages }
  if (name === 'time') return { name, value: ({ measures }) => measures.time }
  const marks = (algorithm.marks ?? []).flatMap((mark) => [`time:${mark}`, `time-first:${mark}`])
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
  const known = ['messages', 'time', ...types, ...marks, ...Object.keys(algorithm.columns ?? {})]
  throw new InputError(
    `unknown objective “${name}”${didYouMean(name, known) || `; ${algorithm.name} has ${known.join(', ')}`}`,
  )
}

/** The value as a number, truth being 1. Throws an InputError if it is none. */
export function numeric(name: string, value: unknown): number {
  const number = typeof value === 'boolean' ? Number(value) : value
  if (typeof number === 'number' && !Number.isNaN(number)) return number
  throw new InputError(`objective ${name} gives ${JSON.stringify(value)}; it must be a number`)
}
