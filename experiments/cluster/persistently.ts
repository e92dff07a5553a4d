import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Does something with a server, again and again until it succeeds: servers are restarted. `onTrouble` is told each error;
 * what throws is the signal alone.
 */
export async function persistently<T>(
  action: () => Promise<T>,
  signal: AbortSignal,
  onTrouble: (error: unknown) => void,
): Promise<T> {
  for (;;) {
    signal.throwIfAborted()
    try {
      return await action()
    } catch (error) {
      onTrouble(error)
      await sleep(500, undefined, { signal })
    }
  }
}
