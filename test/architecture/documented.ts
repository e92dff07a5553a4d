import { doors } from './doors.ts'
import { exportsOf, originOf, type Project, type Rule } from './project.ts'

/** Every export of a door has a doc comment where it is declared. */
export const documented: Rule = (project) => {
  const found = Object.values(doors)
    .flat()
    .filter((door) => project.has(door))
    .flatMap((door) => undocumentedIn(project, door))
  return [...new Set(found)].map((subject) => ({ subject, problem: 'has no doc comment' }))
}

/** Those that a door gives without one: file and name. */
function undocumentedIn(project: Project, door: string): string[] {
  return exportsOf(project, door).flatMap((name) => {
    const inner = innerDoor(project, door, name)
    if (inner !== null) return undocumentedIn(project, inner)
    const origin = originOf(project, door, name)
    const declaration = origin?.source.declarations.find((each) => each.name === origin.name)
    if (declaration?.documented === true) return []
    return [`${origin?.source.path ?? door} ${name}`]
  })
}

/** The door behind `export * as name`. */
function innerDoor(project: Project, door: string, name: string): string | null {
  const links = project.get(door)!.links.filter(({ kind }) => kind === 'export')
  const link = links.find(({ names }) => names.some((given) => given.name === '*' && given.as === name))
  return link?.target ?? null
}
