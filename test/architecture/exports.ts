import { exportsOf, originOf, type Project, type Rule } from './project.ts'

/** The files that the package gives to others, from package.json. */
const packageDoors = ['engine/index.ts', 'algorithms/index.ts', 'experiments/index.ts', 'reports/index.ts']

/** Every export is used by another file, or is given by the package. */
export const deadExports: Rule = (project) => {
  const used = new Set<string>()
  const use = (path: string, name: string): void => {
    if (name === '*') {
      for (const each of exportsOf(project, path)) use(path, each)
      return
    }
    const key = `${path} ${name}`
    if (used.has(key)) return
    used.add(key)
    for (const { kind, target, names } of project.get(path)?.links ?? [])
      if (kind === 'export' && target !== null)
        for (const given of names) {
          if (given.as === name) use(target, given.name)
          if (given.as === '*' && originOf(project, target, name) !== null) use(target, name)
        }
  }
  for (const door of packageDoors) use(door, '*')
  for (const { links } of project.values())
    for (const { kind, target, names } of links)
      if (kind === 'import' && target !== null) for (const { name } of names) use(target, name)
  return [...project.keys()].flatMap((path) =>
    ownExports(project, path)
      .filter((name) => !used.has(`${path} ${name}`))
      .map((name) => ({ subject: `${path} ${name}`, problem: 'is exported, and no other file uses it' })),
  )
}

/** What a file declares and exports, or gives on by name. */
function ownExports(project: Project, path: string): string[] {
  const { declarations, links } = project.get(path)!
  const given = links
    .filter(({ kind }) => kind === 'export')
    .flatMap(({ names }) => names.map(({ as }) => as))
  return [...declarations.map(({ name }) => name), ...given.filter((name) => name !== '*')]
}
