import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PropertyError, thrownAt } from '../../engine/index.ts'

/** What is wrong in the user's code, with file and line, if that is what threw; else null. */
export function userFault(error: unknown): string | null {
  const place = thrownAt(error)
  if (error instanceof PropertyError) return `${error.message}${place === null ? '' : ` (${shown(place)})`}`
  if (place !== null) return `${shown(place)}: throws ${String(error)}`
  return null
}

function shown(place: string): string {
  const [, url, line] = /^(.*):(\d+)$/.exec(place)!
  return `${relative(process.cwd(), fileURLToPath(url!))}:${line}`
}
