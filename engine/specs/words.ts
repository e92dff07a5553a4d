import type { Entry, ParameterValues } from './entry.ts'

/** What people call an entry, whatever its parameters. */
export const titleOf = ({ name, title = name.replaceAll('-', ' ') }: Entry): string => title

/** What an axis and a sentence call a parameter. */
export const parameterTitle = ({ parameters }: Entry, key: string): string =>
  parameters[key]?.title ?? key.replaceAll('-', ' ')

/** An opening, then the parameters given, in words: “Watts–Strogatz, degree 4, rewire 0.5”, “G(n, m), m = 40”. */
export function withParameters(opening: string, entry: Entry, given: ParameterValues): string {
  const parts = Object.keys(entry.parameters).flatMap((key) => {
    if (given[key] === undefined) return []
    if (key === entry.positional) return String(given[key])
    const title = parameterTitle(entry, key)
    const parameter = entry.parameters[key]!
    const value = parameter.kind === 'text' && parameter.isPath ? fileTitle(String(given[key])) : given[key]
    return `${title}${title.length === 1 ? ' =' : ''} ${value}`
  })
  return [opening, ...parts].join(', ')
}

/** The name of a file without its folder and the endings that tell its format, in composed letters, for people. */
export function fileTitle(path: string): string {
  const base = path
    .normalize('NFC')
    .replace(/^.*[/\\]/, '')
    .replace(/(?<=.)(\.(txt|csv|tsv|gml|graphml|mtx|edges|xml|gz))+$/i, '')
  return base === '' ? path : base
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
