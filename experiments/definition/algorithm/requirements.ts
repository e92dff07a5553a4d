import { didYouMean, type Requirements, resilienceProblem, type Shape } from '../../../engine/index.ts'

const shapes: Readonly<Record<Shape, true>> = {
  ring: true,
  tree: true,
  complete: true,
  hypercube: true,
}

/** What each requirement may be. A record, so that none is forgotten. */
const allowed: Readonly<Record<Exclude<keyof Requirements, 'fields' | 'resilience'>, readonly unknown[]>> = {
  root: [true],
  identifiers: [true],
  neighborIdentifiers: [true],
  identifierBits: [true],
  size: [true],
  diameter: [true],
  spanningTree: [true],
  weights: [true, 'distinct'],
  shape: Object.keys(shapes),
  orientation: [true],
  clocks: [true],
  detector: ['P', '◇P', 'S', '◇S', 'Ω'],
  delayBounds: [true],
  fifo: [true],
  coins: [true],
  synchronous: [true],
  initiators: ['all', 'together', 'at-zero'],
}

/** The first requirement that the engine would not heed, and why: “roots: there is no such requirement”; null if none. */
export function requirementProblem(requires: object): string | null {
  const known = [...Object.keys(allowed), 'fields', 'resilience']
  for (const [key, value] of Object.entries(requires)) {
    if (!known.includes(key)) {
      const hint = didYouMean(key, known) || `; known: ${known.join(', ')}`
      return `${key}: there is no such requirement${hint}`
    }
    if (key === 'fields') {
      if (value === undefined || isNames(value)) continue
      return `fields: expected a list of distinct names, each a small letter and then letters and digits, such as ['capacity']`
    }
    if (key === 'resilience') {
      const problem = value === undefined ? null : resilienceProblem(value)
      if (problem !== null) return problem
      continue
    }
    const values = allowed[key as keyof typeof allowed]
    if (key === 'shape' && Array.isArray(value) && value.every((shape) => values.includes(shape))) continue
    if (value !== undefined && !values.includes(value))
      return `${key}: expected ${values.join(', ')}, not ${String(value)}; what is not required is left out`
  }
  return null
}

const isNames = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.every((name) => typeof name === 'string' && /^[a-z][A-Za-z0-9]*$/.test(name)) &&
  new Set(value).size === value.length
