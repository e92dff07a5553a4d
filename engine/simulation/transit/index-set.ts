/** A set of natural numbers below a limit, one bit each: 32 to a word. */
export type IndexSet = Int32Array

export const emptySet = (limit: number): IndexSet => new Int32Array((limit + 31) >>> 5)

export function include(set: IndexSet, index: number): void {
  set[index >>> 5]! |= 1 << (index & 31)
}

/** 1 or 0, for arithmetic: a branch that no one can predict costs more. */
export function isIn(set: IndexSet, index: number): number {
  return (set[index >>> 5]! >>> (index & 31)) & 1
}
