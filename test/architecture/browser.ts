import { type Project, type Rule, sourcesOf } from './project.ts'
import type { Source } from './source.ts'

/** What pages and other hosts of the engine begin with: everything that it reaches runs in a browser. */
const roots = [
  'engine/index.ts',
  'algorithms/index.ts',
  'experiments/cell/index.ts',
  'experiments/definition/in-page.ts',
  'reports/page/main.ts',
  'reports/html/script/index.ts',
]

/** The packages that run in a browser. */
const packages = ['heap-js', 'saxes', 'd3-force']

const nodeOnly = ['process', 'Buffer', 'console', 'require', 'setImmediate', '__dirname']

/** An engine that waits for nothing needs no timers; pages do. */
const timers = ['setTimeout', 'setInterval', 'queueMicrotask']

const pageOnly = ['window', 'document.body', 'document.createElement', 'HTMLElement', 'navigator']

/** What reaches a page uses no Node API, whatever the detour; the engine waits for no timer either. */
export const safeInPages: Rule = (project) =>
  reachable(project).flatMap(({ path, links, names }) => {
    const foreign = links
      .filter(
        ({ target, typeOnly, specifier }) => target === null && !typeOnly && !packages.includes(specifier),
      )
      .map(({ specifier }) => specifier)
    const forbidden = path.startsWith('engine/') ? [...nodeOnly, ...timers] : nodeOnly
    const used = [...foreign, ...forbidden.filter((name) => names.has(name))]
    return used.map((name) => ({ subject: path, problem: `reaches a page and uses ${name}` }))
  })

/** The files that are loaded with the roots; what is imported for its types alone is not. */
function reachable(project: Project): Source[] {
  const found = new Set(roots.filter((path) => project.has(path)))
  for (const path of found)
    for (const { target, typeOnly } of project.get(path)!.links)
      if (target !== null && !typeOnly && project.has(target)) found.add(target)
  return [...found].map((path) => project.get(path)!)
}

/** Nothing but a page's own code uses what only a page has. */
export const pageOnlyInPages: Rule = (project) =>
  sourcesOf(project)
    .filter(({ path }) => !/^reports\/(page|html\/script)\//.test(path))
    .flatMap(({ path, names }) =>
      pageOnly
        .filter((name) => names.has(name))
        .map((name) => ({ subject: path, problem: `uses ${name}, which only a page has` })),
    )

/** The engine uses only packages that run in a browser, also for types: whoever uses it has no others. */
export const enginePackages: Rule = (project) =>
  sourcesOf(project)
    .filter(({ path }) => path.startsWith('engine/'))
    .flatMap(({ path, links }) =>
      links
        .filter(({ target, specifier }) => target === null && !packages.includes(specifier))
        .map(({ specifier }) => ({ subject: path, problem: `imports ${specifier}` })),
    )
