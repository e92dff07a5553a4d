import { InputError } from '../../engine/index.ts'

/** Which of the executions that an exploration has found is to be written. Throws an InputError if there is none. */
export function chosenWitness<T extends string>(
  names: readonly T[],
  usual: T | undefined,
  extreme: string | undefined,
): T {
  const name = extreme === undefined ? usual : names.find((one) => one === extreme)
  if (name !== undefined) return name
  throw new InputError(
    extreme === undefined
      ? '--record: there is no execution to write; nothing goes wrong, and no costs are known'
      : `--extreme ${extreme}: there is none to write; there are ${names.join(', ')}`,
  )
}
