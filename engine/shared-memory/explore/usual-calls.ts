import { type ObjectCall, operationNames, type SharedObject } from '../model/index.ts'

/**
 * What processors are asked for unless somebody says otherwise: all operations that they can be asked for in turn, and of two
 * processors each is asked for them twice. No two are asked with the same, or with as few same ones as there can be.
 */
export function usualCalls(
  { service }: Pick<SharedObject, 'service'>,
  n: number,
  rounds = n <= 2 ? 2 : 1,
): ObjectCall[][] {
  const kinds = operationNames({ service }).map((name, operation) => ({
    operation,
    ...service.operations[name]!,
  }))
  return Array.from({ length: n }, (_, p) => {
    const own = kinds.filter(({ only }) => only === undefined || (only === 'root') === (p === 0))
    return Array.from({ length: rounds }, (_, round) =>
      own.map(({ operation, argument }) => {
        if (argument === undefined) return { operation, argument: null }
        const number = round * n + p
        return {
          operation,
          argument:
            typeof argument === 'object' ? argument.below - 1 - (number % argument.below) : number + 1,
        }
      }),
    ).flat()
  })
}
