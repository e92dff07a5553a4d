import { enginePackages, pageOnlyInPages, safeInPages } from './browser.ts'
import { circles } from './circles.ts'
import { determinism } from './determinism.ts'
import { documented } from './documented.ts'
import { imports } from './doors.ts'
import { deadExports } from './exports.ts'
import { order } from './order.ts'
import type { Rule } from './project.ts'
import { sizes } from './sizes.ts'
import { ownWords } from './vocabulary.ts'

interface Theorem {
  readonly theorem: string
  readonly rule: Rule
}

/** The rules of the architecture. */
export const rules = {
  doors: { theorem: 'rooms import from each other through the doors only', rule: imports },
  order: { theorem: 'within a room, each part imports only those before it', rule: order },
  circles: { theorem: 'no file imports itself by a detour', rule: circles },
  exports: { theorem: 'every export is used by another file or given by the package', rule: deadExports },
  sizes: { theorem: 'files and functions are short', rule: sizes },
  documented: { theorem: 'every export of a door has a doc comment', rule: documented },
  pages: { theorem: 'what reaches a page uses no Node API', rule: safeInPages },
  pageOnly: { theorem: 'only a page uses what only a page has', rule: pageOnlyInPages },
  packages: { theorem: 'the engine uses only packages that run in a browser', rule: enginePackages },
  determinism: { theorem: 'no result can depend on Math.random or a clock', rule: determinism },
  vocabulary: { theorem: 'the vocabulary imports nothing from elsewhere', rule: ownWords },
} as const satisfies Readonly<Record<string, Theorem>>
