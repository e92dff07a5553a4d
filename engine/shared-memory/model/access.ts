/**
 * What one step does: a single access to a single shared variable, then local computation. A line of an algorithm
 * describes its access and returns the description; whoever runs the algorithm carries it out. So no line can make two.
 */

/** A line of an operation, by its number in the book. Operations begin at line 1. */
export type LineNumber = number

/** Where an operation goes when it is over. */
export const done: LineNumber = 0

/** The value of a variable that holds no number, such as the end of a queue. */
export const nil = -1

/** What an access does to its variable. */
export type AccessKind = 'read' | 'await' | 'write' | 'flip' | ReadModifyWrite

/** A described access. Only variables make them. */
export interface Access {
  readonly kind: AccessKind
}

/** The line after an access, or the local computation that ends with it. */
export type Next = LineNumber | (() => LineNumber)

/** The same where the access has told a value: what the variable held before. */
export type NextWith<T = number> = LineNumber | ((value: T) => LineNumber)

/** What every shared variable offers; `T` is what it holds. */
export interface SharedRegister<T = number> {
  read(next: NextWith<T>): Access
  write(value: T, next: Next): Access
  /** Reads; goes on if the value satisfies the condition, and otherwise does the same line again. */
  await(condition: (value: T) => boolean, next: NextWith<T>): Access
}

/** What stronger variables offer beside: a read and a write in one access. The value told is the one before. */
export interface ReadModifyWrites<T = number> {
  /** Writes 1. */
  testAndSet(next: NextWith): Access
  fetchAndAdd(amount: number, next: NextWith): Access
  swap(value: T, next: NextWith<T>): Access
  /** Writes the value if the variable holds what is expected; it did if that is the value told. */
  compareAndSwap(expected: T, value: T, next: NextWith<T>): Access
  /** Any read-modify-write operation. */
  modify(change: (value: T) => T, next: NextWith<T>): Access
}

/** A coin, which each processor flips for itself: nothing is shared, but it is a step, and who schedules sees what comes up. */
export interface LocalCoin {
  /** Tells 0 … sides − 1, each as likely. */
  flip(next: NextWith): Access
}

/** The name of a read-modify-write operation. */
export type ReadModifyWrite = keyof ReadModifyWrites

/** A shared variable that offers these operations beside reads and writes. */
export type SharedVariable<K extends ReadModifyWrite = never, T = number> = SharedRegister<T> &
  Pick<ReadModifyWrites<T>, K>

/** The names of the operations, as the field has them. */
export const rmwNames: Readonly<Record<ReadModifyWrite, string>> = {
  testAndSet: 'test&set',
  fetchAndAdd: 'fetch&add',
  swap: 'swap',
  compareAndSwap: 'compare&swap',
  modify: 'read-modify-write',
}
