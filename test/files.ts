import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The files below a folder whose names end so, sorted. */
export function globSync(folder: string, ending: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return globSync(path, ending)
      return entry.name.endsWith(ending) ? [path] : []
    })
    .sort()
}
