import { ModelError } from '../../errors.ts'
import { mayNotRead, mayNotWrite, outOfRange } from './faults.ts'
import { type Described, kindNumbers } from './handles.ts'
import type { VariableLayout } from './layout.ts'

/** Throws a ModelError, which completes “p_1, line 3 …”, if a processor may not read or write the variable of an access. */
export function assertAllowed(p: number, { code }: Described, layout: VariableLayout): void {
  const { readers, writers } = layout
  if (readers !== null && code !== kindNumbers.write && !readers.includes(p))
    throw new ModelError(mayNotRead(layout))
  if (writers !== null && code > kindNumbers.await && !writers.includes(p))
    throw new ModelError(mayNotWrite(layout))
}

/** Throws a ModelError if a variable cannot hold a value. */
export function assertHolds(layout: VariableLayout, value: number): void {
  if (!(value >= layout.min && value <= layout.max && Number.isInteger(value)))
    throw new ModelError(outOfRange(layout, value))
}
