import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const installation = fileURLToPath(new URL('../../', import.meta.url))

/** What can change a number, within the installation. */
const ownFolders = ['engine', 'algorithms', 'experiments/cells']

/** A hash of all code that can change a number: the engine, the algorithms, and users' modules with their imports. */
export function codeHash(modules: readonly string[]): string {
  const hash = createHash('sha256')
  const add = (name: string, file: string) => hash.update(`${name}\0`).update(readFileSync(file)).update('\0')
  for (const folder of ownFolders)
    for (const file of scriptsBelow(join(installation, folder)))
      add(relative(installation, file).replaceAll('\\', '/'), file)
  // Users' modules are known by their order, so that the hash does not depend on where they lie.
  let i = 0
  for (const file of withRelativeImports(modules)) add(`module ${i++}`, file)
  return hash.digest('hex')
}

function scriptsBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** The modules and everything that they import by a relative path, directly or not. */
function withRelativeImports(modules: readonly string[]): Set<string> {
  const found = new Set(modules)
  for (const file of found) {
    const text = readFileSync(file, 'utf8')
    for (const [, specifier] of text.matchAll(/(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g)) {
      const target = resolve(dirname(file), specifier!)
      if (existsSync(target) && !target.startsWith(installation)) found.add(target)
    }
  }
  return found
}
