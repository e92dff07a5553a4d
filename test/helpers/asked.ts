import { operationNames, type SharedObject, type usualCalls } from '../../engine/index.ts'

/** What a processor is asked for: `scan`, or `update(3)`. */
type Asked = string

/** What processors are asked for, from texts. */
export const asked = (
  object: SharedObject,
  lists: readonly (readonly Asked[])[],
): ReturnType<typeof usualCalls> =>
  lists.map((list) =>
    list.map((text) => {
      const [, name = '', argument] = /^([\w-]+)(?:\((\d+)\))?$/.exec(text)!
      const operation = operationNames(object).indexOf(name)
      if (operation < 0) throw new Error(`${object.name} has no operation ${name}`)
      return { operation, argument: argument === undefined ? null : Number(argument) }
    }),
  )
