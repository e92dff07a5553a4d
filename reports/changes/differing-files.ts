import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a sweep leaves that two runs of it need not share: the log in the order of finishing, clocks, versions, hashes. */
const ownToEachRun = /^(runs\.jsonl|running\.json|timings\..*|manifest\.json|files\.json|previous-\d+\/.*)$/

/** The files of a folder of results that are not byte for byte the same in another one that has them too. */
export function differingFiles(
  before: string,
  now: string,
): { readonly same: string[]; readonly different: string[] } {
  const shared = readdirSync(now, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(now.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((file) => !ownToEachRun.test(file) && existsSync(join(before, file)))
    .sort()
  const isSame = (file: string) => readFileSync(join(before, file)).equals(readFileSync(join(now, file)))
  return { same: shared.filter(isSame), different: shared.filter((file) => !isSame(file)) }
}
