import type { AnyAlgorithm } from '../model/index.ts'
import { didYouMean } from '../suggest.ts'
import { type MeasureParts, measureParts } from './measure.ts'

type UseParts = Extract<MeasureParts, { readonly kind: 'use' | 'operation' }>

const known = [
  'messages',
  'time',
  'bits',
  'bits:max',
  'bits:load',
  'messages:TYPE',
  'messages:TYPE+messages:TYPE',
  'time:MARK',
  'time-first:MARK',
  'time-after-gst:MARK',
  'column:NAME',
  'response',
  'response:OPERATION',
  'bypass',
  'sync_delay',
  'delivery',
  'messages_per_operation',
]

/** Why nothing of an algorithm is measured under this name; null if something is. */
export function measureProblem(algorithm: AnyAlgorithm, measure: string): string | null {
  const parts = measureParts(measure)
  if (parts === null)
    return `there is no such measure${didYouMean(measure, known) || `; known: ${known.join(', ')}`}`
  switch (parts.kind) {
    case 'total':
      return !parts.name.startsWith('bits') || algorithm.bits !== undefined
        ? null
        : 'bits are not measured, since the algorithm declares no sizes of messages; declare bits: { … }'
    case 'use':
    case 'operation':
      return useProblem(algorithm, parts)
    case 'types':
      return typesProblem(algorithm, parts.types)
    case 'mark': {
      const { marks = [] } = algorithm
      if (marks.includes(parts.mark)) return null
      const hint = didYouMean(parts.mark, marks) || `; declare marks: [${[...marks, parts.mark].map(quoted)}]`
      return `the algorithm has no mark “${parts.mark}”${hint}`
    }
    case 'column': {
      const columns = Object.keys(algorithm.columns ?? {})
      if (columns.includes(parts.column)) return null
      const hint = didYouMean(parts.column, columns) || `; it has ${columns.join(', ') || 'none'}`
      return `the algorithm has no column “${parts.column}”${hint}`
    }
  }
}

function useProblem({ service }: AnyAlgorithm, parts: UseParts): string | null {
  if (service === undefined) return 'the algorithm offers no service, so nobody asks it for anything'
  if (parts.kind === 'operation') {
    const answered = Object.keys(service.operations).filter((name) => !service.operations[name]!.unanswered)
    if (answered.includes(parts.operation)) return null
    const hint = didYouMean(parts.operation, answered) || `; it has ${answered.join(', ') || 'none'}`
    return `${service.name} has no operation “${parts.operation}” that is answered${hint}`
  }
  if (parts.name === 'delivery')
    return service.spread !== undefined
      ? null
      : `nothing is broadcast in ${service.name}, so nothing is delivered`
  return ['response', 'messages_per_operation'].includes(parts.name) || service.critical !== undefined
    ? null
    : `${service.name} has no critical section, for which processors would wait`
}

function typesProblem({ uponReceiving, bits }: AnyAlgorithm, asked: readonly string[]): string | null {
  const twice = asked.find((type, i) => asked.indexOf(type) < i)
  if (twice !== undefined) return `messages of type “${twice}” stand there twice`
  // An algorithm in rounds may declare its types nowhere.
  const declared = uponReceiving ?? bits
  const types = Object.keys(declared ?? {})
  const unknown = asked.find((type) =>
    declared === undefined ? !/^[^+]+$/.test(type) : !types.includes(type),
  )
  if (unknown === undefined) return null
  if (unknown.includes('+')) return 'a sum is written messages:TYPE+messages:TYPE, without spaces'
  return `the algorithm has no messages of type “${unknown}”${didYouMean(unknown, types) || `; it has ${types.join(', ') || 'none'}`}`
}

const quoted = (name: string): string => `'${name}'`
