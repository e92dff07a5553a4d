import { readFileSync } from 'node:fs'
import { globSync } from '../files.ts'
import { parseSource, type Source } from './source.ts'

/** Files of TypeScript by their paths from the project's folder. */
export type Project = ReadonlyMap<string, Source>

/** Something that breaks a rule. */
export interface Violation {
  /** What an exception would name: a file, a file and a name in it, or a step from one part to another. */
  readonly subject: string
  /** What is wrong with it. */
  readonly problem: string
}

/** A rule of the architecture: says of a project what breaks it. */
export type Rule = (project: Project) => Violation[]

/** A project out of texts by path. */
export function projectOf(texts: Readonly<Record<string, string>>): Project {
  return new Map(Object.entries(texts).map(([path, text]) => [path, parseSource(path, text)]))
}

/** The rooms of the product. */
const rooms = ['engine', 'algorithms', 'experiments', 'reports', 'cli'] as const

/** This project. */
export function readProject(): Project {
  const paths = [...rooms, 'test', 'scripts'].flatMap((folder) => globSync(folder, '.ts'))
  return projectOf(Object.fromEntries(paths.map((path) => [path, readFileSync(path, 'utf8')])))
}

/** The room that a file lies in. */
export const roomOf = (path: string): string => path.split('/')[0]!

export const isSource = ({ path }: Source): boolean => (rooms as readonly string[]).includes(roomOf(path))

/** The files of the product's rooms. */
export const sourcesOf = (project: Project): Source[] => [...project.values()].filter(isSource)

/** The file that declares what a file exports under a name, and the name there; null if there is none. */
export function originOf(
  project: Project,
  path: string,
  name: string,
  seen: ReadonlySet<string> = new Set(),
): { readonly source: Source; readonly name: string } | null {
  const source = project.get(path)
  if (source === undefined || seen.has(path)) return null
  if (source.declarations.some((declaration) => declaration.name === name)) return { source, name }
  for (const { kind, target, names } of source.links) {
    if (kind !== 'export' || target === null) continue
    for (const given of names) {
      if (given.as !== name && given.as !== '*') continue
      const sought = given.as === '*' ? name : given.name
      if (sought === '*') return { source, name }
      const found = originOf(project, target, sought, new Set([...seen, path]))
      if (found !== null) return found
    }
  }
  return null
}

/** All names that a file exports, those that it gives on included. */
export function exportsOf(project: Project, path: string, seen: ReadonlySet<string> = new Set()): string[] {
  const source = project.get(path)
  if (source === undefined || seen.has(path)) return []
  const inner = new Set([...seen, path])
  const given = source.links
    .filter(({ kind }) => kind === 'export')
    .flatMap(({ target, names }) =>
      names.flatMap(({ as }) =>
        as === '*' ? (target === null ? [] : exportsOf(project, target, inner)) : [as],
      ),
    )
  return [...new Set([...source.declarations.map(({ name }) => name), ...given])]
}
