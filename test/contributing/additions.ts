/** One of each thing that CONTRIBUTING.md says how to add. */

/** Changes the text of a file; that of a new file is empty. */
type Change = (text: string) => string

interface Addition {
  /** The heading of the section that says how. */
  readonly heading: string
  /** By path. */
  readonly changes: Readonly<Record<string, Change>>
  /** The tests that hold what is added to the laws of its kind: a file, and a part of the names of the tests. */
  readonly laws: readonly (readonly [file: string, name: string])[]
}

const file =
  (text: string): Change =>
  () =>
    text.trimStart()

/** Puts a line before the first that begins so. */
const before =
  (start: string, line: string): Change =>
  (text) => {
    const at = text.startsWith(start) ? 0 : text.indexOf(`\n${start}`) + 1
    if (at === 0 && !text.startsWith(start)) throw new Error(`there is no line that begins with ${start}`)
    return `${text.slice(0, at)}${line}\n${text.slice(at)}`
  }

/** Puts other words in the place of some that must be there. */
const instead =
  (old: string, words: string): Change =>
  (text) => {
    if (!text.includes(old)) throw new Error(`there is no ${old}`)
    return text.replace(old, words)
  }

const all =
  (...changes: readonly Change[]): Change =>
  (text) =>
    changes.reduce((changed, change) => change(changed), text)

/** The experiment that the gallery draws the chart from. */
const exhibit = `import { defineExperiment, doubling } from 'admissible/experiments'

export default defineExperiment({
  name: 'gallery-messages-alone',
  question: 'What does flooding a ring cost?',
  algorithms: ['flooding'],
  topologies: ['ring'],
  sizes: doubling(8, 64),
  replicates: 2,
  seed: 2004,
  charts: ['messages-alone'],
})
`

export const additions: readonly Addition[] = [
  {
    heading: 'An algorithm',
    changes: {
      'algorithms/broadcast/greeting.ts': file(`
import { type Algorithm, atMost, eventually, everyProcessor, exactly } from '../../engine/index.ts'

type Message = { readonly type: 'greeting' }
interface State {
  heard: number
}

/** Everyone greets all its neighbours once, as it wakes by itself. */
export const greeting: Algorithm<State, Message, object> = {
  name: 'greeting',
  title: 'Greeting',
  summary: 'everyone greets its neighbours',
  requires: { initiators: 'all' },
  terminates: false,

  initially: () => ({ heard: 0 }),

  uponStart(p) {
    p.sendToAll({ type: 'greeting' })
  },

  uponReceiving: {
    greeting(_p, state) {
      state.heard++
    },
  },

  claims: {
    // One message on each channel in each direction; the last one to wake is heard one unit later.
    messages: exactly('2m'),
    time: atMost('w + 1'),
  },

  properties: {
    everyoneIsGreeted: eventually(everyProcessor((state) => state.heard > 0, 'is greeted')),
  },
}
`),
      'algorithms/index.ts': all(
        before('import { treeBroadcast }', "import { greeting } from './broadcast/greeting.ts'"),
        before('  hirschbergSinclair,', '  greeting,'),
        before('    echo,\n    spanningTreeFlood,', '    greeting,'),
      ),
      'docs/algorithms.md': before(
        '| `echo` |',
        '| `greeting` | everyone greets its neighbours | exactly 2m | at most w + 1 |',
      ),
      'test/algorithms/broadcast/greeting.test.ts': file(`
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { greeting } from '../../../algorithms/index.ts'
import { ComputedInstance, execute, graphFromChannels } from '../../../engine/index.ts'

test('greeting on a path of three sends four messages and is over at time one', () => {
  // By hand: two channels, each in both directions, all at time 0.
  const path = new ComputedInstance(graphFromChannels(3, [0, 1], [1, 2]))
  const { measures } = execute(greeting, path, { kind: 'asynchronous', delays: { kind: 'constant' } })
  assert.deepEqual([measures.messages, measures.time], [4, 1])
})
`),
    },
    laws: [
      ['laws/claims', 'greeting'],
      ['algorithms/broadcast/greeting', 'greeting'],
    ],
  },
  {
    heading: 'A lock',
    changes: {
      'algorithms/shared-mutual-exclusion/swap-lock.ts': file(`
import { done, exactly, type SharedMemoryAlgorithm, sharedVariable } from '../../engine/index.ts'

const variables = () => ({
  lock: sharedVariable({ values: 2, offers: ['swap'] }),
})

/** Whoever swaps a 0 out enters. */
export const swapLock: SharedMemoryAlgorithm<object, typeof variables> = {
  name: 'swap-lock',
  title: 'Swap lock',
  summary: 'swaps a 1 in until a 0 comes out',
  service: 'mutual exclusion',
  requires: {},
  variables,

  initially: () => ({}),

  operations: {
    acquire: {
      1: (_, { lock }) => lock.swap(1, (before) => (before === 0 ? done : 1)),
    },
    release: {
      1: (_, { lock }) => lock.write(0, done),
    },
  },

  guarantees: 'no deadlock',

  claims: {
    'solo:steps': exactly('2'),
    'solo:rmw': exactly('1'),
    variables: exactly('1'),
  },
}
`),
      'algorithms/shared-mutual-exclusion/index.ts': before(
        'export { tasLock }',
        "export { swapLock } from './swap-lock.ts'",
      ),
      'docs/shared-memory.md': before(
        '| `tas-lock` | sets',
        '| `swap-lock` | swaps a 1 in until a 0 comes out | 1 bit | 2 | no deadlock | – | – | – |',
      ),
      'test/algorithms/shared-mutual-exclusion/explored.test.ts': before(
        "  ['ttas-lock', unlimited,",
        "  ['swap-lock', unlimited, '∞', '∞', '∞'],",
      ),
    },
    laws: [
      ['laws/locks', 'swap-lock'],
      ['laws/locks-explored', 'swap-lock'],
      ['algorithms/shared-mutual-exclusion/explored', 'swap-lock|all locks'],
      ['engine/executions/shared-memory/verify', 'swap-lock'],
    ],
  },
  {
    heading: 'A topology',
    changes: {
      'engine/topology/wheel.ts': file(`
import { ChannelList } from './channel-list.ts'
import type { TopologyFamily } from './family.ts'
import { needsAtLeast } from './sizes.ts'

/** The wheel: p_0 in the middle, all others on a cycle around it. */
export const wheel: TopologyFamily<'wheel'> = {
  name: 'wheel',
  summary: 'a cycle, and processor 0 joined to all of it',
  random: false,
  parameters: {},
  sizeProblem: (n) => needsAtLeast(n, 4),
  closedForm: (n) => ({ m: 2 * (n - 1), diameter: n === 4 ? 1 : 2 }),

  build({ n }) {
    const channels = new ChannelList(2 * n)
    for (let p = 1; p < n; p++) {
      channels.push(0, p)
      channels.push(p, p === n - 1 ? 1 : p + 1)
    }
    return channels.toGraph(n, { diameter: n === 4 ? 1 : 2 })
  },
}
`),
      'engine/topology/index.ts': all(
        before('\nconst families', "import { wheel } from './wheel.ts'"),
        before('  complete,', '  wheel,'),
      ),
      'docs/topologies.md': before(
        '| `complete` |',
        '| `wheel` | a cycle with processor 0 in the middle | | ≥ 4 |',
      ),
    },
    laws: [['engine/topology/families', 'wheel']],
  },
  {
    heading: 'A delay',
    changes: {
      'engine/timing/halves.ts': file(`
import type { DelayFamily } from './delay-family.ts'

/** A message takes 1 or half of that, as a coin falls. */
export const halves: DelayFamily<'halves'> = {
  name: 'halves',
  summary: 'each message takes 1/2 or 1, with equal probability',
  parameters: {},
  create: ({ stream }) => ({
    kind: 'independent',
    bounded: true,
    fill(block) {
      for (let i = 0; i < block.length; i++) block[i] = stream.uniform() < 1 / 2 ? 1 / 2 : 1
    },
  }),
}
`),
      'engine/timing/index.ts': all(
        before('import { logNormal }', "import { halves } from './halves.ts'"),
        before('  slowLinks,', '  halves,'),
      ),
      'docs/delays.md': before(
        '| `slow-links` |',
        '| `halves` | – | 1/2 or 1, with equal probability | yes |',
      ),
      'test/engine/timing/index.test.ts': before(
        "checkDelayLaws('slow-links'",
        "checkDelayLaws('halves', { bounded: true, cdf: twoValuesCdf(0.5, 0.5) })",
      ),
    },
    laws: [['engine/timing/index', 'halves']],
  },
  {
    heading: 'A chart',
    changes: {
      'reports/charts/kinds/messages-alone.ts': file(`
import { against } from './against.ts'
import type { ChartKind } from './chart-kind.ts'

/** Messages against n, whatever else was measured. */
export const messagesAlone: ChartKind = {
  name: 'messages-alone',
  summary: 'messages against the number of processors',
  parameters: {},
  draw: (results, look) =>
    against.draw(results, look, { measure: 'messages', x: 'n', xscale: 'auto', yscale: 'auto' }),
}
`),
      'reports/charts/kinds/index.ts': all(
        before('import { overBound }', "import { messagesAlone } from './messages-alone.ts'"),
        before('  overBound,', '  messagesAlone,'),
      ),
      'docs/results.md': before(
        '| `over-bound` |',
        '| `messages-alone` | messages against the number of processors | |',
      ),
      'docs/gallery/messages-alone.ts': file(exhibit),
      'docs/gallery.md': before(
        '## `over-bound`',
        `## \`messages-alone\`\n\n![A chart](images/gallery/messages-alone.svg)\n\n\`\`\`ts\n${exhibit}\`\`\`\n\n\`\`\`sh\nadmissible run docs/gallery/messages-alone.ts\n\`\`\`\n`,
      ),
      'docs/images/gallery/messages-alone.svg': file('<svg xmlns="http://www.w3.org/2000/svg"/>\n'),
    },
    laws: [
      ['docs/gallery', 'gallery'],
      ['docs/results', 'every kind of chart'],
    ],
  },
  {
    heading: 'A kind of claim',
    changes: {
      'engine/model/claim.ts': instead("'at most' | 'at least'", "'at most' | 'below' | 'at least'"),
      'engine/claims/claim.ts': before(
        '/** In every execution the measure reaches',
        `/** In every execution the measure stays below this value. */
export const below = (formula: string, details: ClaimDetails = {}) =>
  claim('below', 'every execution', formula, details)
`,
      ),
      'engine/claims/check-claims.ts': before("  'at least': true,", '  below: true,'),
      'engine/claims/verdict.ts': before(
        "  if (kind === 'at least')",
        "  if (kind === 'below') return measured < bound - slack ? 'held' : 'violated'",
      ),
      'experiments/cell/message-budget.ts': instead('exactly|at most', 'exactly|at most|below'),
      'experiments/grid/estimate.ts': before("  'order',", "  'below',"),
      'reports/wording/claim-text.ts': all(
        before("  'at least': 'at least',", "  below: 'below',"),
        before("  'at least': '≥',", "  below: '<',"),
      ),
      'reports/statistics/row-claims.ts': instead(
        "  return kind === 'exactly' || kind === 'at most' || kind === 'at least'",
        "  return kind !== 'expected' && kind !== 'order'",
      ),
      'reports/statistics/verdict.ts': all(
        before("    'at least': (ratio: number)", '    below: (ratio: number) => ratio,'),
        instead("'at most' | 'at least' | 'exactly'", "'at most' | 'below' | 'at least' | 'exactly'"),
      ),
      'docs/algorithms.md': before(
        '| `expected(f)` |',
        '| `below(f)` | in every execution the cost is less than f | on every run |',
      ),
      'test/engine/claims/below.test.ts': file(`
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flooding } from '../../../algorithms/index.ts'
import { below, ComputedInstance, execute, graphFromChannels, judge } from '../../../engine/index.ts'

test('a cost that comes up to what it is claimed to stay below violates the claim', () => {
  // Flooding on a path of three from its end sends 2 messages, n - 1.
  const algorithm = { ...flooding, claims: { messages: [below('n'), below('n - 1')] } }
  const instance = new ComputedInstance(graphFromChannels(3, [0, 1], [1, 2]))
  const execution = execute(algorithm, instance, { kind: 'synchronous' })
  const setting = { instance, timing: 'synchronous', unitDelays: true, identifiers: 'random' } as const
  assert.deepEqual(
    judge(algorithm, setting, execution).map(({ verdict }) => verdict),
    ['held', 'violated'],
  )
})
`),
    },
    laws: [['engine/claims/below', 'stay below']],
  },
]
