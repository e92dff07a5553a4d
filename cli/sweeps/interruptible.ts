/** Ctrl-C, the system, and a terminal that is closed. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Does something that ends early, by its signal, when the user or the system asks for that. */
export async function interruptible<T>(run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const interruption = new AbortController()
  const interrupt = () => interruption.abort()
  for (const name of signals) process.once(name, interrupt)
  try {
    return await run(interruption.signal)
  } finally {
    for (const name of signals) process.off(name, interrupt)
  }
}
