import type { History, HistoryEvent, Invocation } from '../../model/index.ts'

/** A history as JSON lines, which `readHistory` reads. */
export function historyText(history: History): string {
  const asked = new Map<number, Invocation>()
  for (const event of history) if (event.kind === 'invocation') asked.set(event.id, event)
  return history.map((event) => `${JSON.stringify(fieldsOf(event, asked))}\n`).join('')
}

function fieldsOf(event: HistoryEvent, asked: ReadonlyMap<number, Invocation>): object {
  const { processor, time } = event
  if (event.kind === 'output')
    return { process: processor, type: 'output', f: event.output, value: event.value, time }
  if (event.kind === 'invocation')
    return {
      process: processor,
      type: 'invoke',
      f: event.operation,
      key: event.object,
      value: event.argument,
      time,
    }
  return { process: processor, type: 'ok', f: asked.get(event.id)!.operation, value: event.result, time }
}
