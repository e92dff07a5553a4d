import { programOf } from '../memory/program.ts'
import { passage, type SharedMemoryAlgorithm } from '../model/index.ts'
import { type Course, entry, type Local, remainder } from './course.ts'

/** Each processor of a lock makes so many passages. */
export function lockCourse(lock: SharedMemoryAlgorithm, n: number, passages: number): Course {
  const program = programOf(lock)
  const { doorwayEnds } = lock
  const linesOf = ({ section }: Local) => program[section >> 1]!
  return {
    first: (i) => ({
      section: remainder,
      line: 1,
      state: lock.initially({ i, n }),
      passagesLeft: passages,
      waits: false,
    }),
    lineAt: (local) => linesOf(local)[local.line]!,
    hasLine: (local, line) => linesOf(local)[line] !== undefined,
    operationAt: ({ section }) => passage[section >> 1]!,
    moved(_, { section, passagesLeft, waits }, line, state) {
      const operation = section >> 1
      const over = line === 0
      const to = over ? (2 * operation + 2) & 3 : 2 * operation + 1
      const passed = doorwayEnds === undefined || line === doorwayEnds
      return {
        section: to,
        line: over ? 1 : line,
        state,
        passagesLeft: to === remainder ? passagesLeft - 1 : passagesLeft,
        waits: to === entry && (waits || passed),
      }
    },
    crossing: () => null,
  }
}
