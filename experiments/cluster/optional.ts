import { InputError } from '../../engine/index.ts'

/** Imports a package that only clusters need; an InputError says how to install it if it is not there. */
export async function importOptional<T>(name: string): Promise<T> {
  try {
    return (await import(name)) as T
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new InputError(
      `a cluster needs the package ${name}, which is not installed; npm install bullmq ioredis pg`,
    )
  }
}
