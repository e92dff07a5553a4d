import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Does something with a server, again and again until it succeeds: servers are restarted. `onTrouble` is told each error;
 * what throws is the signal alone, and it does so at once, whatever is under way.
 */
export async function persistently<T>(
  action: () => Promise<T>,
  signal: AbortSignal,
  onTrouble: (error: unknown) => void,
): Promise<T> {
  for (;;) {
    signal.throwIfAborted()
    try {
      return await unlessAborted(action(), signal)
    } catch (error) {
      signal.throwIfAborted()
      onTrouble(error)
      await sleep(500, undefined, { signal })
    }
  }
}

function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}
