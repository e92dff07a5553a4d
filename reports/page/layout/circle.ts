import { fixed, type Layout } from './layout.ts'

/** The processors clockwise on a circle, the first at the top. */
export function circle(n: number): Layout {
  const angle = (p: number): number => (2 * Math.PI * p) / n
  const x = Float64Array.from({ length: n }, (_, p) => Math.sin(angle(p)))
  const y = Float64Array.from({ length: n }, (_, p) => -Math.cos(angle(p)))
  return fixed(x, y)
}
