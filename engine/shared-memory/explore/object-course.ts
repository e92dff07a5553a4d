import { programOf } from '../memory/program.ts'
import {
  initialStateOf,
  type ObjectCall,
  type ObjectState,
  operationNames,
  type SharedObject,
  systemAsked,
} from '../model/index.ts'
import { type Course, entry, type Local, remainder } from './course.ts'

/** Each processor of an object is asked for its calls, one after the other; once, or again and again. */
export function objectCourse(
  object: SharedObject,
  calls: readonly (readonly ObjectCall[])[],
  repeats: boolean,
): Course {
  const program = programOf(object)
  const names = operationNames(object)
  const system = systemAsked(calls)
  const linesOf = ({ operation }: Local) => program[operation!]!
  /** A processor at rest, before one of its calls. */
  const atRest = (p: number, call: number, passagesLeft: number, state: object): Local => {
    const asked = passagesLeft > 0 ? calls[p]![call] : undefined
    return {
      section: remainder,
      line: 1,
      state: { ...state, argument: asked?.argument ?? null, answer: null },
      passagesLeft,
      waits: false,
      call,
      operation: asked?.operation ?? 0,
    }
  }
  return {
    first(i) {
      const left = repeats && calls[i]!.length > 0 ? Number.POSITIVE_INFINITY : calls[i]!.length
      return atRest(i, 0, left, initialStateOf(object, { i, ...system }))
    },
    lineAt: (local) => linesOf(local)[local.line]!,
    hasLine: (local, line) => linesOf(local)[line] !== undefined,
    operationAt: ({ operation }) => names[operation!]!,
    moved(p, local, line, state) {
      if (line !== 0) return { ...local, section: entry, line, state }
      return atRest(p, (local.call! + 1) % calls[p]!.length, local.passagesLeft - 1, state)
    },
    crossing({ section, operation }, line, state) {
      const { argument, answer } = state as ObjectState
      if (section !== remainder && line !== 0) return null
      return {
        invoked: section === remainder ? { operation: names[operation!]!, argument } : null,
        answered: line === 0 ? { result: answer } : null,
      }
    },
  }
}
