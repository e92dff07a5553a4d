import { isSource, type Rule, roomOf } from './project.ts'

/** The files by which other rooms may enter each room. */
export const doors: Readonly<Record<string, readonly string[]>> = {
  engine: ['engine/index.ts'],
  algorithms: ['algorithms/index.ts'],
  experiments: ['experiments/index.ts', 'experiments/cell/index.ts'],
  reports: ['reports/index.ts'],
  cli: [],
}

/** The doors that each room may use. */
const mayEnter: Readonly<Record<string, readonly string[]>> = {
  engine: [],
  algorithms: ['engine/index.ts'],
  experiments: ['engine/index.ts', 'algorithms/index.ts'],
  reports: ['engine/index.ts', 'experiments/cell/index.ts'],
  cli: ['engine/index.ts', 'algorithms/index.ts', 'experiments/index.ts', 'reports/index.ts'],
}

/** What runs cells in a page also needs the algorithms. */
const pageMayEnter = ['algorithms/index.ts']

/** Rooms within a room: folders with a door, also for the files around them. */
const innerRooms: Readonly<Record<string, string>> = { 'experiments/cell/': 'experiments/cell/index.ts' }

/** Rooms import from each other through the doors only. */
export const imports: Rule = (project) =>
  [...project.values()]
    .filter(isSource)
    .flatMap(({ path, links }) =>
      links
        .flatMap(({ target }) => (target === null || mayImport(path, target) ? [] : [target]))
        .map((target) => ({ subject: path, problem: `imports ${target}` })),
    )

function mayImport(path: string, target: string): boolean {
  const room = roomOf(path)
  if (roomOf(target) !== room) {
    const allowed = [...mayEnter[room]!, ...(path.startsWith('reports/page/') ? pageMayEnter : [])]
    return allowed.includes(target)
  }
  return Object.entries(innerRooms).every(
    ([folder, door]) => path.startsWith(folder) || !target.startsWith(folder) || target === door,
  )
}
