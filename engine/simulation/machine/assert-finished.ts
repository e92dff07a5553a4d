import { MisuseError } from '../../errors.ts'

/** Throws if what a handler has returned is a promise: a computation event happens at once. */
export function assertFinished(returned: unknown): void {
  if (typeof (returned as { readonly then?: unknown } | null)?.then === 'function')
    throw new MisuseError(
      'its handler returns a promise; a computation event happens at once, so write the handler without async and await',
    )
}
