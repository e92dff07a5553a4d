/** The folder of this program; what lies in it is not the user's code. */
const own = String(import.meta.url).replace(/[^/]+\/[^/]+$/, '')

/** The line of the user's code in which an error was thrown, as file:///…/mine.ts:9; null if it is not known. */
export function thrownAt(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  const inner = error.cause === undefined ? null : thrownAt(error.cause)
  if (inner !== null) return inner
  for (const [, file, line] of (error.stack ?? '').matchAll(/(file:\/\/[^\s()]+?):(\d+):\d+/g))
    if (!file!.startsWith(own) && !file!.includes('/node_modules/')) return `${file}:${line}`
  return null
}

/** The same in parentheses after a message, with the name of the file alone: “ (mine.ts:9)”; empty if it is not known. */
export const shortly = (place: string | null | undefined): string =>
  place == null ? '' : ` (${decodeURIComponent(place).replace(/^.*\//, '')})`
