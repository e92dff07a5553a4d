import { existsSync, statSync } from 'node:fs'
import { isAbsolute, relative, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { InputError } from '../../engine/index.ts'
import { oneLine, placeFamilies } from '../cell/index.ts'
import { kindOf } from '../files/open-plain.ts'
import { watchIntrinsics } from './intrinsics.ts'
import { registerHooks } from './register.ts'
import { stripTypes } from './strip-types.ts'

/** The exports of a user's module, by name. */
export type Exports = Readonly<Record<string, unknown>>

/** Whether it is a path rather than a name of the catalogue. */
export const looksLikePath = (text: string): boolean =>
  /[/\\#]|\.[mc]?[jt]s$/.test(text) && !/^[a-z][a-z0-9-]+:[a-z]+=[^#]*$/i.test(text)

/** Imports a user's module in TypeScript or JavaScript. An InputError of one line says why it cannot. */
export async function importModule(path: string): Promise<Exports> {
  const file = resolve(path)
  if (!existsSync(file)) throw new InputError(`cannot read ${path}: there is no such file`)
  const stats = statSync(file)
  if (stats.isDirectory()) throw new InputError(`cannot read ${path}: it is a folder`)
  if (!stats.isFile()) throw new InputError(`cannot read ${path}: it is ${kindOf(stats)}, not a plain file`)
  if (!/\.[mc]?[jt]s$/.test(file))
    throw new InputError(`cannot import ${path}: its name must end in .ts or .js`)
  registerHooks()
  const changedIntrinsic = watchIntrinsics()
  const { href } = pathToFileURL(file)
  const onExit = (): void => {
    process.stderr.write(`admissible: ${oneLine(path)} ends the process when it is imported\n`)
    process.exitCode = 2
  }
  process.on('exit', onExit)
  try {
    const exports = (await import(href)) as Exports
    placeFamilies({ path: file, shown: relative('', file) })
    const changed = changedIntrinsic()
    if (changed === null) return exports
    throw new InputError(
      `changes ${changed}, which belongs to JavaScript; what else runs would no longer be what it is`,
    )
  } catch (error) {
    if (error instanceof InputError) throw new InputError(`${path}: ${error.message}`)
    throw new InputError(oneLine(reason(error, path, href)))
  } finally {
    process.off('exit', onExit)
  }
}

function reason(error: unknown, path: string, href: string): string {
  if (!(error instanceof Error)) return `${path} throws ${String(error)} when it is imported`
  if (error instanceof SyntaxError) return `syntax error: ${placedSyntaxError(error, path, href)}`
  if ((error as { code?: unknown }).code === 'ERR_MODULE_NOT_FOUND') return `${path}: ${error.message}`
  const place = /(file:[^\s()]+):(\d+):(\d+)/.exec(error.stack ?? '')
  const where = place === null ? path : `${fileURLToPath(place[1]!)}:${place[2]}:${place[3]}`
  return `${where}: throws ${error.name}: ${error.message}`
}

/** The message with file, line and column. Node does not give the place in JavaScript, so it is parsed once more. */
function placedSyntaxError(error: SyntaxError, path: string, href: string): string {
  if (isAbsolute(error.message.split(':')[0]!)) return error.message
  const place = /^(file:\S+):(\d+)$/m.exec(error.stack ?? '')
  if (place !== null) return `${fileURLToPath(place[1]!)}:${place[2]}: ${error.message}`
  try {
    stripTypes(href)
  } catch (found) {
    if (found instanceof SyntaxError) return found.message
  }
  return `${path}: ${error.message}`
}
