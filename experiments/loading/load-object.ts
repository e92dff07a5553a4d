import { createObject, InputError, type SequentialObject } from '../../engine/index.ts'
import { importModule } from './import-module.ts'

/** The sequential object that a spec names: one of the catalogue, or a user's own, as `./mine.ts#name`. Throws an InputError. */
export async function loadObject(text: string): Promise<SequentialObject> {
  const [, path, name] = /^(.+\.[mc]?[jt]s)(?:#(.+))?$/.exec(text.trim()) ?? []
  if (path === undefined) return createObject(text)
  const exports = await importModule(path)
  const found = Object.entries(exports).filter(
    ([key, value]) => isObject(value) && (name === undefined || key === name),
  )
  if (found.length === 1) return found[0]![1] as SequentialObject
  const known = Object.keys(exports).filter((key) => isObject(exports[key]))
  throw new InputError(
    name === undefined && known.length > 1
      ? `${path} exports several objects; say which: ${known.map((key) => `${path}#${key}`).join(', ')}`
      : `${path} exports no object${name === undefined ? '' : ` “${name}”`}: ` +
          'one has name, operations, initial and apply(state, operation, argument)',
  )
}

function isObject(value: unknown): value is SequentialObject {
  const { name, operations, apply } = (value ?? {}) as Partial<SequentialObject>
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof name === 'string' &&
    Array.isArray(operations) &&
    'initial' in value &&
    typeof apply === 'function'
  )
}
