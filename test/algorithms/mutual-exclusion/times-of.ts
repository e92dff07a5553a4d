import type { HistoryEvent } from '../../../engine/index.ts'

/** A history in words, such as “acquire 2 @0”, “enter 2 @2”, “release 2 @2.5”; releases are answered at once. */
export function timesOf({ history }: { readonly history: readonly HistoryEvent[] }): string[] {
  const asked = new Map<number, string>()
  return history.flatMap((event) => {
    const at = `${event.processor} @${Number(event.time.toFixed(9))}`
    if (event.kind === 'invocation') {
      asked.set(event.processor, event.operation)
      return [`${event.operation} ${at}`]
    }
    return asked.get(event.processor) === 'acquire' ? [`enter ${at}`] : []
  })
}
