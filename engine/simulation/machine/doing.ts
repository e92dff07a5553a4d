/**
 * What a processor is doing, as a number: the type of the message that it processes, or one of these. Kept so that a
 * failure can be reported with the place where it happened.
 */
export const [IN_INITIAL_STATE, IN_START, IN_ROUND, IN_INVOCATION, IN_TIMEOUT, IN_RECOVERY] = [
  -1, -2, -3, -4, -5, -6,
] as const

const otherDoings: Readonly<Record<number, string>> = {
  [IN_INITIAL_STATE]: 'in its initial state',
  [IN_START]: 'as it starts',
  [IN_ROUND]: 'in its round',
  [IN_RECOVERY]: 'as it comes back',
  [IN_TIMEOUT]: 'as a timer goes off',
  [IN_INVOCATION]: 'as it is asked for an operation',
}

/** In words. Types of messages are numbered in the order of their names. */
export function describeDoing(doing: number, typeNames: readonly string[]): string {
  return otherDoings[doing] ?? `upon receiving ⟨${typeNames[doing]}⟩`
}
