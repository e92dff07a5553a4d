import { EdnReader } from './edn.ts'
import type { Entry } from './entry.ts'
import { entryIn } from './entry-fields.ts'

/** How a file tells a history. */
interface HistoryFormat {
  readonly name: string
  readonly title: string
  /** Whether a line is one of such a file. */
  recognises(line: string): boolean
  /** The entry of a line; null if it has none; a text that says what is wrong with it. */
  read(text: string, line: number): Entry | null | string
}

const jsonLines: HistoryFormat = {
  name: 'json-lines',
  title: 'JSON lines',
  recognises: (line) => line.startsWith('{') && !/^\{\s*:/.test(line),
  read(text, line) {
    try {
      return entryIn(JSON.parse(text), line)
    } catch (error) {
      return `is not JSON: ${(error as Error).message.replaceAll('\n', ' ').slice(0, 200)}`
    }
  },
}

/** What Jepsen writes into history.edn, and porcupine has its tests of key–value stores in: a map on each line. */
const edn: HistoryFormat = {
  name: 'edn',
  title: 'EDN',
  recognises: (line) => /^(#jepsen\.history\.Op\s*)?\{\s*:/.test(line),
  read: (text, line) =>
    reading(() => {
      const reader = new EdnReader(text)
      const fields = reader.value()
      if (!reader.isAtEnd) return 'has more than one map'
      // The faults that Jepsen's nemesis makes are no operations.
      if ((fields as { readonly process?: unknown } | null)?.process === 'nemesis') return null
      return entryIn(fields, line)
    }),
}

const logLine = /\bjepsen\.util\s*(?:-\s*)?(\S+)\s+:(invoke|ok|fail|info)\s+:(\S+)\s*(.*)$/

/** The log of a run of Jepsen: process, type, operation and value after the name of the logger; other lines say nothing. */
const jepsenLog: HistoryFormat = {
  name: 'jepsen-log',
  title: 'a log of Jepsen',
  recognises: (line) => /\bjepsen\b/.test(line),
  read: (text, line) =>
    reading(() => {
      const [, who, type, f, rest] = logLine.exec(text) ?? []
      if (who === undefined || who === ':nemesis') return null
      const reader = new EdnReader(rest!)
      const value = reader.isAtEnd ? null : reader.value()
      return entryIn({ process: new EdnReader(who).value(), type, f, value }, line)
    }),
}

/** All formats. */
export const historyFormats: readonly HistoryFormat[] = [jsonLines, edn, jepsenLog]

function reading(read: () => Entry | null | string): Entry | null | string {
  try {
    return read()
  } catch (error) {
    if (error instanceof SyntaxError) return error.message
    throw error
  }
}
