import { algorithms } from '../../algorithms/index.ts'
import { type AnyAlgorithm, didYouMean, InputError } from '../../engine/index.ts'

/** The algorithm of the catalogue that has this name. */
export function stockAlgorithm(name: string): AnyAlgorithm {
  const found = algorithms.find((algorithm) => algorithm.name === name)
  if (found !== undefined) return found
  const known = algorithms.map((algorithm) => algorithm.name)
  throw new InputError(
    `unknown algorithm “${name}”${didYouMean(name, known) || `; known: ${known.join(', ')}`}`,
  )
}

/** Whether there is one of this name in the catalogue. */
export function isStockName(name: string): boolean {
  return algorithms.some((algorithm) => algorithm.name === name)
}

/** Whether an algorithm is one of the catalogue. */
export function isStock(algorithm: AnyAlgorithm): boolean {
  return algorithms.includes(algorithm)
}
