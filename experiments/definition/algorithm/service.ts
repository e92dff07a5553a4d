import { type AnyAlgorithm, didYouMean } from '../../../engine/index.ts'

/** The first operation that has no handler, or the other way round: “release: missing; …”; null if each has its own. */
export function serviceProblem({ service, uponInvoking = {} }: AnyAlgorithm): string | null {
  if (service === undefined) return null
  const operations = Object.keys(service.operations)
  const handled = Object.keys(uponInvoking)
  const unknown = handled.find((name) => !operations.includes(name))
  if (unknown !== undefined)
    return `${unknown}: ${service.name} has no such operation${didYouMean(unknown, operations) || `; it has ${operations.join(', ')}`}`
  const missing = operations.find((name) => !handled.includes(name))
  return missing === undefined
    ? null
    : `${missing}: missing; processors are asked for ${operations.join(', ')} of ${service.name}, and each needs a handler`
}
