import type { Cell } from '../../engine/index.ts'

/**
 * Whose code a cell runs: '' for the catalogue's, else the name of the user's algorithm. Cells of different domains
 * never share a process, so that what one algorithm does to its process, no other meets.
 */
export const domainOf = (
  { algorithm }: Pick<Cell, 'algorithm'>,
  modules: Readonly<Record<string, string>>,
): string => (Object.hasOwn(modules, algorithm) ? algorithm : '')
