import { isSource, type Project, type Rule, type Violation } from './project.ts'

/**
 * The order in a folder: what is in it, each part using only itself and those before it. A folder without an order of
 * its own is one part.
 */
const orders: Readonly<Record<string, readonly string[]>> = {
  engine: [
    'errors.ts',
    'thrown-at.ts',
    'random.ts',
    'typed-arrays.ts',
    'outside.ts',
    'suggest.ts',
    'formula',
    'specs',
    'statistics',
    'chance',
    'model',
    'histories',
    'services',
    'workload',
    'clocks',
    'topology',
    'weights',
    'timing',
    'wake-up',
    'inputs',
    'faults',
    'instance.ts',
    'claims',
    'simulation',
    'shared-memory',
    'stabilisation',
    'wrappers',
    'own-families.ts',
    'cell.ts',
    'rehearse.ts',
    'memory.ts',
    'formal',
    'executions',
    'worst-case',
    'index.ts',
  ],
  'engine/simulation': ['transit', 'machine', 'queues', 'loops', 'execute.ts'],
  'engine/shared-memory': [
    'model',
    'memory',
    'formal',
    'schedulers',
    'loop',
    'claims',
    'explore',
    'index.ts',
  ],
  'engine/worst-case': [
    'peek.ts',
    'pool.ts',
    'schedule-view.ts',
    'latest-time.ts',
    'spans.ts',
    'askers.ts',
    'scheduled.ts',
    'scheduled-loop.ts',
    'assert-runs-on.ts',
    'schedules',
    'instances',
    'explore',
    'resilience',
    'stabilisation',
    'attack',
    'lower-bounds',
    'index.ts',
  ],
  algorithms: [
    'distances-from.ts',
    'spanning-tree',
    'graphs',
    'waves',
    'broadcast',
    'traversal',
    'consensus',
    'self-stabilisation',
    'leader-election',
    'symmetry-breaking',
    'gossip',
    'mutual-exclusion',
    'broadcast-services',
    'registers',
    'shared-mutual-exclusion',
    'registers-from-registers',
    'shared-objects',
    'shared-memory.ts',
    'self-stabilisation',
    'stabilising.ts',
    'clocks',
    'sessions',
    'deadlock',
    'computations',
    'wrappers',
    'index.ts',
  ],
  experiments: [
    'cell',
    'files',
    'definition',
    'library',
    'loading',
    'grid',
    'replication',
    'store',
    'shards',
    'workers',
    'cluster',
    'sweep',
    'reproduction',
    'executions',
    'adversaries',
    'index.ts',
  ],
  'experiments/adversaries': ['threads', 'explore', 'faults', 'resilience', 'attack'],
  reports: [
    'remembered.ts',
    'group-by.ts',
    'markup.ts',
    'result-files.ts',
    'statistics',
    'growth',
    'claims',
    'wording',
    'answer',
    'csv',
    'tables',
    'fonts',
    'themes',
    'charts',
    'figures',
    'space-time',
    'shared-memory',
    'stabilisation',
    'resilience',
    'valency',
    'changes',
    'formats',
    'markdown',
    'latex',
    'page',
    'html',
    'write-report.ts',
    'index.ts',
  ],
  'reports/charts': [
    'data',
    'sheet',
    'forms',
    'kinds',
    'parse-chart.ts',
    'usual.ts',
    'restricted.ts',
    'left-out.ts',
    'index.ts',
  ],
  'reports/page': [
    'layout',
    'replay',
    'set-up.ts',
    'text-of.ts',
    'algorithms.ts',
    'view',
    'main.ts',
    'main-shared.ts',
    'files.ts',
    'bundle.ts',
    'index.ts',
  ],
  cli: [
    'exit-codes.ts',
    'bench',
    'output',
    'options',
    'simulation',
    'sweeps',
    'commands',
    'program.ts',
    'program-in.ts',
    'simulate-thread.ts',
    'main.ts',
  ],
}

/** Within a room, parts use only those before them. */
export const order: Rule = (project) => {
  const against = [...project.values()].filter(isSource).flatMap(({ path, links }) =>
    links.flatMap(({ target }) => {
      const step = target === null || !project.has(target) ? null : stepBetween(path, target)
      if (step === null || goesBack(step)) return []
      const { folder, from, to } = step
      const problem = `${path} imports ${target}, but ${to} does not come before ${from}`
      return [{ subject: `${folder}: ${from} → ${to}`, problem }]
    }),
  )
  return [...unlisted(project), ...against]
}

/** A step from part to part of a folder. */
interface Step {
  readonly folder: string
  readonly from: string
  readonly to: string
}

/** The step in the innermost folder that both files lie in; null if that has no order. */
function stepBetween(path: string, target: string): Step | null {
  const [parts, others] = [path.split('/'), target.split('/')]
  let depth = 0
  while (parts[depth] === others[depth] && depth < parts.length - 1) depth++
  const folder = parts.slice(0, depth).join('/')
  const [from, to] = [parts[depth]!, others[depth]!]
  return orders[folder] === undefined || from === to ? null : { folder, from, to }
}

function goesBack({ folder, from, to }: Step): boolean {
  const list = orders[folder]!
  return list.indexOf(to) < list.indexOf(from)
}

/** What lies in an ordered folder and has no place in its list. */
function unlisted(project: Project): Violation[] {
  const found = Object.entries(orders).flatMap(([folder, list]) =>
    [...project.keys()]
      .filter((path) => path.startsWith(`${folder}/`))
      .map((path) => path.slice(folder.length + 1).split('/')[0]!)
      .filter((part) => !list.includes(part))
      .map((part) => `${folder}/${part}`),
  )
  return [...new Set(found)].map((subject) => ({
    subject,
    problem: 'has no place in the order of its folder',
  }))
}
