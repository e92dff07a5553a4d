/** What a line can do that the model does not allow; each text completes “tas-lock: p_1, acquire line 3 …”. */
import { type Access, type ReadModifyWrite, rmwNames } from '../model/index.ts'
import { range, type VariableLayout } from './layout.ts'

export const noAccess = 'returns no access; a line returns the one access that it makes'

export const accesses = (count: number): string => `makes ${count} accesses; a step makes one`

export const mayNotRead = ({ name, readers }: VariableLayout): string =>
  `reads ${name}, which only ${processors(readers!)} may read`

export const mayNotWrite = ({ name, writers }: VariableLayout): string =>
  `writes ${name}, which only ${processors(writers!)} may write`

export const outOfRange = ({ name, min, max }: VariableLayout, value: number): string =>
  `writes ${String(value)} to ${name}, whose values are ${range(min, max)}`

export const doesNotOffer = ({ name, offers }: VariableLayout, kind: Access['kind']): string => {
  const known = ['read', 'write', ...offers.map((each) => rmwNames[each])].join(', ')
  return `uses ${rmwNames[kind as ReadModifyWrite]} on ${name}, which offers ${known}`
}

export const noSuchLine = (line: unknown, operation: string): string =>
  `goes to line ${String(line)}, which ${operation} does not have`

export const throws = (error: unknown): string =>
  `throws: ${error instanceof Error ? error.message : String(error)}`

const processors = (list: readonly number[]): string =>
  list.length === 0 ? 'nobody' : list.map((p) => `p_${p}`).join(', ')
