import { InputError } from '../../errors.ts'
import type { History } from '../../model/index.ts'
import { type Entry, historyOf } from './entry.ts'
import { historyFormats } from './formats.ts'

/**
 * The history in the text of a file: JSON lines, the EDN of Jepsen and porcupine, or a log of Jepsen, which its first
 * line tells. Throws an InputError of one line with the file and the line.
 */
export function readHistory(name: string, text: string): History {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)
  const first = lines.find((line) => line.trim() !== '')?.trim()
  if (first === undefined) throw new InputError(`${name} is empty; a history has a line for each event`)
  const format = historyFormats.find(({ recognises }) => recognises(first))
  if (format === undefined)
    throw new InputError(
      `${name} is no history: its first line is neither JSON, such as {"process":0,"type":"invoke","f":"read"}, ` +
        'nor EDN, such as {:process 0, :type :invoke, :f :read}, nor of a log of Jepsen',
    )
  const entries: Entry[] = []
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') continue
    const entry = format.read(line.trim(), i + 1)
    if (typeof entry === 'string') throw new InputError(`${name}, line ${i + 1}: ${entry}`)
    if (entry !== null) entries.push(entry)
  }
  if (entries.length === 0) throw new InputError(`${name} has no operations (read as ${format.title})`)
  return historyOf(name, entries)
}
