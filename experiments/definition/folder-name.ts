import { InputError } from '../../engine/index.ts'

/** What the name of an experiment may be: results lie in a folder of that name. */
export const folderName = /^[A-Za-z0-9][\w.-]*$/

/** What is wrong with another name. */
export const noFolderName = 'must consist of letters, digits, “-”, “_” and “.”: it names a folder'

/** Throws an InputError unless a name that was read from `place` may name a folder. */
export function assertFolderName(name: unknown, place: string): asserts name is string {
  if (typeof name !== 'string' || !folderName.test(name))
    throw new InputError(`${place}: the name ${JSON.stringify(name)} ${noFolderName}`)
}
