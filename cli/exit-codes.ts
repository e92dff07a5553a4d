/** What the exit code of a command says. */
export const exitCodes = {
  /** All is well. */
  ok: 0,
  /** A claim or a property was violated, a sweep is not reproduced, or something is slower or costs more than before. */
  violated: 1,
  /** The command line or some input was wrong; nothing was run. */
  badInput: 2,
  /** Some cells failed or ran out of budget. */
  failed: 3,
  /** A fault of this program. */
  internal: 70,
  /** Interrupted from the keyboard. */
  interrupted: 130,
} as const
