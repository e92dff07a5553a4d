import { topologies } from '../engine/index.ts'
import type { Row } from './row.ts'

/**
 * The command that runs the cell of a row again. `module` is the path of the user's module that has the algorithm;
 * null or absent for those of the catalogue.
 */
export function replayCommand(row: Row, module?: string | null): string {
  const words = ['admissible', 'simulate', module == null ? row.algorithm : `${module}#${row.algorithm}`]
  const add = (flag: string, value: string | number) => words.push(`--${flag}`, String(value))
  add('topology', row.topology)
  if (!topologies.parse(row.topology).entry.fixedSize) add('n', row.n)
  if (row.timing === 'synchronous') add('timing', row.timing)
  if (row.delay !== null) add('delay', row.delay)
  add('wakeup', row.wakeup)
  add('inputs', row.inputs)
  add('seed', row.seed)
  return words.map(shellWord).join(' ')
}

/** A word as a shell reads it. */
export function shellWord(word: string): string {
  return /^[\w@%+=:,./#-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
