import type { TravelData } from './set-up.ts'

/** The text of a file that a spec names, as it is in the page. Throws an error that says why it is not. */
export function textOf({ files, missing }: Pick<TravelData, 'files' | 'missing'>, path: string): string {
  const text = files[path]
  if (text === undefined)
    throw new Error(`${path} is not in this page: ${missing[path] ?? 'it was not found'}.`)
  return text
}
