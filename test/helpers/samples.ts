/** Results to draw and to count, made from formulas: rows as a sweep would have them, and their manifest. */
import { deriveSeed, type Measure, parseFormula, Streams, type Verdict } from '../../engine/index.ts'
import type { ClaimData } from '../../experiments/cell/claim-data.ts'
import type { AlgorithmData, Manifest } from '../../experiments/cell/manifest.ts'
import type { Row, Value } from '../../experiments/cell/row.ts'
import type { RunVerdict } from '../../experiments/cell/run-verdict.ts'
import { analyse, type Results } from '../../reports/index.ts'

/** A row, and what it says of claims. */
export interface GivenRow extends Partial<Row> {
  /** The claims that it shows; their values and verdicts stand in the columns of their measures. */
  readonly shows?: readonly ClaimData[]
  /** Others, with their values and verdicts. */
  readonly also?: readonly (readonly [ClaimData, number | null, Verdict])[]
}

/** A row in which all is well; what matters to a test is given. */
export function makeRow({ shows = [], also = [], ...given }: GivenRow = {}): Row {
  const row: Omit<Row, 'verdicts'> = {
    experiment: 'sample',
    algorithm: 'flooding',
    timing: 'asynchronous',
    topology: 'ring',
    n: 16,
    m: 16,
    diameter: 8,
    root_eccentricity: 8,
    delay: 'uniform',
    wakeup: 'all',
    faults: 'none',
    inputs: 'random',
    replicate: 0,
    seed: 1,
    outcome: 'terminated',
    messages: 17,
    bits: null,
    time: 5.5,
    delay_max: 0.99,
    comp_events: 16,
    messages_claim: null,
    messages_verdict: null,
    time_claim: null,
    time_verdict: null,
    evidence: 'sampled',
    detail: null,
    extra: {},
    ...given,
  }
  const all = [
    ...shows.map((claim) => {
      const column = (ending: string) => readColumn(row, claim.measure, ending)
      return [claim, column('_claim'), column('_verdict') ?? 'held'] as const
    }),
    ...also,
  ]
  const said = all.map(([claim, bound, verdict]): RunVerdict => {
    const measured = readColumn(row, claim.measure, '') as number
    return {
      claim: claim.id,
      measure: claim.measure,
      bound: bound as number,
      measured,
      verdict: verdict as Verdict,
    }
  })
  return { ...row, verdicts: given.verdicts ?? said }
}

function readColumn(row: Omit<Row, 'verdicts'>, measure: Measure, ending: string): Value {
  const name = `${measure.replace(':', '_')}${ending}`
  return ({ ...row.extra, ...row } as unknown as Record<string, Value>)[name] ?? null
}

export function makeClaim(given: Partial<ClaimData> & Pick<ClaimData, 'formula'>): ClaimData {
  const { text, latex } = parseFormula(given.formula)
  const { measure = 'messages', kind = 'exactly', formula, when = null } = given
  return {
    id: [measure, kind, formula, ...(when === null ? [] : [when])].join('/'),
    measure: 'messages',
    kind: 'exactly',
    over: 'every execution',
    text,
    latex,
    when: null,
    about: [],
    where: {},
    source: null,
    ...given,
  }
}

export function makeAlgorithm(name: string, title: string, claims: readonly ClaimData[] = []): AlgorithmData {
  return { name, title, summary: null, source: 'Attiya & Welch', module: null, claims }
}

export function makeManifest(rows: readonly Row[], algorithms: readonly AlgorithmData[]): Manifest {
  const all = <K extends keyof Row>(key: K) => [...new Set(rows.map((row) => row[key]))]
  return {
    format: 'admissible-results/2',
    experiment: {
      name: 'sample',
      title: 'A sample',
      question: 'Does every run keep to its theorem?',
      algorithms: algorithms.map(({ name }) => name),
      timings: all('timing'),
      topologies: all('topology'),
      sizes: all('n'),
      delays: all('delay').filter((delay) => delay !== null),
      wakeups: all('wakeup'),
      inputs: all('inputs'),
      replicates: Math.max(0, ...rows.map((row) => row.replicate)) + 1,
      seed: 2004,
      budget: {},
      untilCi: null,
      worstCases: { exact: null, searched: null, forced: null, replicates: 1 },
      charts: null,
      growthClasses: [],
    },
    algorithms,
    versions: { admissible: '0.1.0', node: '20.20.2', v8: '11.3' },
    codeHash: '0123456789abcdef',
    data: {},
    complete: true,
    cells: rows.length,
    outcomes: Object.fromEntries(
      all('outcome').map((outcome) => [outcome, rows.filter((row) => row.outcome === outcome).length]),
    ),
    command: 'admissible run sample',
  }
}

export const doubling = (from: number, to: number): number[] =>
  from > to ? [] : [from, ...doubling(2 * from, to)]

export const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i)

/** Shapes of network by spec: m and the eccentricity of a root. */
const shapes: Readonly<Record<string, (n: number, u: number) => { m: number; ecc: number }>> = {
  ring: (n) => ({ m: n, ecc: Math.floor(n / 2) }),
  complete: (n) => ({ m: (n * (n - 1)) / 2, ecc: 1 }),
  torus: (n) => ({ m: 2 * n, ecc: 2 * Math.floor(Math.sqrt(n) / 2) }),
  hypercube: (n) => ({ m: (n * Math.log2(n)) / 2, ecc: Math.log2(n) }),
  'gnp:degree=8': (n, u) => ({
    m: Math.round(4 * n * (0.97 + 0.06 * u)),
    ecc: Math.ceil(Math.log(n) / Math.log(8) + u),
  }),
}

const claimsOfTrees = {
  flooding: [
    makeClaim({ formula: '2m - (n - 1)' }),
    makeClaim({ measure: 'time', kind: 'at most', formula: 'ecc + 1' }),
  ],
  'spanning-tree-flood': [
    makeClaim({ formula: '4m - 2n + 2' }),
    makeClaim({ measure: 'time', kind: 'at most', formula: 'ecc + 2' }),
  ],
  'dfs-tree-root': [
    makeClaim({ formula: '2m' }),
    makeClaim({ measure: 'time', kind: 'at most', formula: '2m' }),
  ],
}

const treeTitles = {
  flooding: 'Flooding',
  'spanning-tree-flood': 'Spanning tree by flooding',
  'dfs-tree-root': 'Depth-first spanning tree',
}

/** Three algorithms whose message counts are exact, on four families: measured lines lie on their bounds. */
export function treeSweep({ sizes = doubling(16, 16384), replicates = 10 } = {}): Results {
  const rows = (Object.keys(treeTitles) as (keyof typeof treeTitles)[]).flatMap((algorithm) =>
    ['ring', 'torus', 'hypercube', 'gnp:degree=8'].flatMap((topology) =>
      sizes.flatMap((n) =>
        range(replicates).map((replicate) => {
          const seed = deriveSeed(2004, topology, n, replicate)
          const stream = new Streams(seed).stream('sample')
          const { m, ecc } = shapes[topology]!(n, stream.uniform())
          const messages = {
            flooding: 2 * m - n + 1,
            'spanning-tree-flood': 4 * m - 2 * n + 2,
            'dfs-tree-root': 2 * m,
          }
          const bounds = { flooding: ecc + 1, 'spanning-tree-flood': ecc + 2, 'dfs-tree-root': 2 * m }
          const time = bounds[algorithm] * (0.5 + (0.2 * stream.uniform() * 4) / Math.sqrt(n))
          return makeRow({
            algorithm,
            topology,
            n,
            m,
            diameter: ecc,
            root_eccentricity: ecc,
            replicate,
            seed,
            messages: messages[algorithm],
            messages_claim: messages[algorithm],
            messages_verdict: 'held',
            time,
            time_claim: bounds[algorithm],
            time_verdict: 'held',
            shows: [...claimsOfTrees[algorithm]],
          })
        }),
      ),
    ),
  )
  return analyse(
    rows,
    makeManifest(
      rows,
      Object.entries(treeTitles).map(([name, title]) =>
        makeAlgorithm(name, title, claimsOfTrees[name as keyof typeof treeTitles]),
      ),
    ),
  )
}

const harmonic = (n: number): number => range(n).reduce((sum, i) => sum + 1 / (i + 1), 0)

/** Le Lann–Chang–Roberts on best, random and worst identifiers, against Hirschberg–Sinclair. */
export function ringElection({ sizes = doubling(16, 4096), replicates = 30 } = {}): Results {
  const worst = 'identifiers descend clockwise'
  const claims = {
    lcr: [
      makeClaim({ formula: 'n(n + 3)/2', when: worst }),
      makeClaim({ formula: '3n - 1', when: 'identifiers ascend clockwise' }),
      makeClaim({
        kind: 'expected',
        over: 'expectation',
        formula: 'n H(n) + n',
        when: 'identifiers are a random permutation',
      }),
      makeClaim({ measure: 'time', kind: 'at most', formula: '3n - 1' }),
    ],
    'hirschberg-sinclair': [
      makeClaim({ kind: 'at most', formula: '8n ceil(log2(n)) + 6n' }),
      makeClaim({ measure: 'time', kind: 'at most', formula: '8n' }),
    ],
  }
  const [worstCase, bestCase, average] = claims.lcr
  const lcrClaims: Readonly<Record<string, ClaimData | undefined>> = {
    'ids=best': bestCase,
    random: average,
    'ids=worst': worstCase,
  }
  const rows = (['lcr', 'hirschberg-sinclair'] as const).flatMap((algorithm) =>
    ['ids=best', 'random', 'ids=worst'].flatMap((inputs) =>
      sizes.flatMap((n) =>
        range(replicates).map((replicate) => {
          const seed = deriveSeed(2004, 'ring', n, replicate)
          const stream = new Streams(seed).stream('sample')
          const noise = stream.uniform() + stream.uniform() + stream.uniform() - 1.5
          const mean = n * harmonic(n) + n
          const lcr = {
            'ids=best': 3 * n - 1,
            random: Math.round(mean + n * 1.2 * noise),
            'ids=worst': (n * (n + 3)) / 2,
          }[inputs]!
          const hs = Math.round(3.6 * n * Math.log2(n) * (1 + 0.1 * noise))
          const isLcr = algorithm === 'lcr'
          return makeRow({
            algorithm,
            n,
            m: n,
            diameter: n / 2,
            root_eccentricity: n / 2,
            inputs,
            replicate,
            seed,
            messages: isLcr ? lcr : hs,
            messages_claim: isLcr
              ? inputs === 'random'
                ? mean
                : lcr
              : 8 * n * Math.ceil(Math.log2(n)) + 6 * n,
            messages_verdict: isLcr && inputs === 'random' ? 'not checked' : 'held',
            time: (isLcr ? 1.15 : 2.4) * n * (1 + 0.05 * noise),
            time_claim: isLcr ? 3 * n - 1 : 8 * n,
            time_verdict: 'held',
            shows: [isLcr ? lcrClaims[inputs]! : claims[algorithm][0]!, claims[algorithm].at(-1)!],
          })
        }),
      ),
    ),
  )
  return analyse(
    rows,
    makeManifest(rows, [
      makeAlgorithm('lcr', 'Le Lann–Chang–Roberts', claims.lcr),
      makeAlgorithm('hirschberg-sinclair', 'Hirschberg–Sinclair', claims['hirschberg-sinclair']),
    ]),
  )
}

/** Three algorithms on a ring: sampled, searched and, up to six processors, exact. One exploration is cut short. */
export function worstCaseSweep({
  sizes = [...range(4).map((i) => i + 3), ...doubling(8, 64)],
  replicates = 20,
} = {}): Results {
  const upTo = (measure: 'messages' | 'time', formula: string) =>
    makeClaim({ measure, kind: 'at most', formula })
  const growth = makeClaim({ kind: 'order', formula: 'n^2', over: 'worst case' })
  const kinds = {
    lcr: {
      claims: [upTo('messages', 'n(n + 3)/2'), growth, upTo('time', '3n - 1')],
      messages: (n: number) => (n * (n + 3)) / 2,
      time: (n: number) => 3 * n - 1,
      sampled: (n: number, u: number) => Math.round(n * harmonic(n) + n * (1 + 0.8 * (u - 0.5))),
      reached: 0.96,
    },
    'hirschberg-sinclair': {
      claims: [upTo('messages', '8n log2(n) + 7n'), growth, upTo('time', '7n')],
      messages: (n: number) => 8 * n * Math.log2(n) + 7 * n,
      time: (n: number) => 7 * n,
      sampled: (n: number, u: number) => Math.round(3.2 * n * Math.log2(n) * (1 + 0.1 * u) + n),
      reached: 0.55,
    },
    flooding: {
      claims: [makeClaim({ formula: '2m - (n - 1)' }), growth, upTo('time', 'ecc + 1')],
      messages: (n: number) => n + 1,
      time: (n: number) => Math.floor(n / 2) + 1,
      sampled: (n: number) => n + 1,
      reached: 1,
    },
  }
  const rows = Object.entries(kinds).flatMap(([algorithm, { claims, messages, time, sampled, reached }]) => {
    const make = (n: number, given: GivenRow): Row =>
      makeRow({
        algorithm,
        n,
        m: n,
        diameter: Math.floor(n / 2),
        root_eccentricity: Math.floor(n / 2),
        messages_claim: messages(n),
        messages_verdict: 'held',
        time_claim: time(n),
        time_verdict: 'held',
        shows: [...claims.filter((claim) => claim !== growth)],
        ...given,
      })
    const adversarial = { delay: null, bits: null, delay_max: null, comp_events: null }
    const cut = (n: number) => n === 6 && algorithm === 'hirschberg-sinclair'
    return [
      ...sizes.flatMap((n) =>
        range(replicates).map((replicate) => {
          const seed = deriveSeed(2004, 'ring', n, replicate)
          const u = new Streams(seed).stream('sample').uniform()
          return make(n, { replicate, seed, messages: sampled(n, u), time: time(n) * (0.35 + 0.1 * u) })
        }),
      ),
      ...sizes
        .filter((n) => n >= 6)
        .map((n) =>
          make(n, {
            ...adversarial,
            evidence: 'searched',
            messages: Math.round(reached * messages(n)),
            time: Math.round(0.9 * time(n)),
          }),
        ),
      ...sizes
        .filter((n) => n <= 6)
        .map((n) =>
          make(n, {
            ...adversarial,
            evidence: 'exact',
            outcome: cut(n) ? 'budget' : 'terminated',
            messages: Math.round((cut(n) ? 0.7 : 1) * reached * messages(n)),
            time: time(n) - 1,
          }),
        ),
    ]
  })
  const titles = {
    lcr: 'Le Lann–Chang–Roberts',
    'hirschberg-sinclair': 'Hirschberg–Sinclair',
    flooding: 'Flooding',
  }
  const algorithms = Object.entries(kinds).map(([name, { claims }]) =>
    makeAlgorithm(name, titles[name as keyof typeof titles], claims),
  )
  return analyse(rows, makeManifest(rows, algorithms))
}

const sampleDelays = [
  'constant',
  'uniform',
  'uniform:min=0.5,max=1',
  'exponential',
  'pareto:shape=2',
  'log-normal',
  'bimodal',
  'per-link',
  'per-processor',
]

/** One algorithm under many delay distributions. */
export function delaySweep({
  sizes = doubling(16, 1024),
  replicates = 30,
  delays = sampleDelays,
} = {}): Results {
  const rows = ['ring', 'gnp:degree=8'].flatMap((topology) =>
    sizes.flatMap((n) =>
      delays.flatMap((delay, index) =>
        range(replicates).map((replicate) => {
          const seed = deriveSeed(2004, topology, n, replicate)
          const stream = new Streams(seed).stream('sample', index)
          const { m, ecc } = shapes[topology]!(n, stream.uniform())
          const factor = delay === 'constant' ? 1 : 0.75 / (index + 1) + 0.1 * stream.uniform()
          return makeRow({
            topology,
            n,
            m,
            diameter: ecc,
            root_eccentricity: ecc,
            delay,
            replicate,
            seed,
            messages: 2 * m - n + 1,
            messages_claim: 2 * m - n + 1,
            messages_verdict: 'held',
            time: (ecc + 1) * factor,
            time_claim: ecc + 1,
            time_verdict: 'held',
            shows: [...claimsOfTrees.flooding],
          })
        }),
      ),
    ),
  )
  return analyse(rows, makeManifest(rows, [makeAlgorithm('flooding', 'Flooding', claimsOfTrees.flooding)]))
}

/** Two algorithms on a ring that count their messages by type: n probes and n/2 replies, or n probes alone. */
export function typedSweep({ sizes = [16, 64], replicates = 2 } = {}): Results {
  const rows = ['asking', 'telling'].flatMap((algorithm, i) =>
    sizes.flatMap((n) =>
      range(replicates).map((replicate) => {
        const replies = i === 0 ? n / 2 : 0
        const extra = { messages_probe: n, messages_reply: replies, messages_probe_claim: n }
        return makeRow({ algorithm, n, replicate, messages: n + replies, extra })
      }),
    ),
  )
  const titles = { asking: 'Asking', telling: 'Telling' }
  return analyse(
    rows,
    makeManifest(
      rows,
      Object.entries(titles).map(([name, title]) => makeAlgorithm(name, title)),
    ),
  )
}

/** Networks from files, each with its own n. */
export function realNetworks({ replicates = 10 } = {}): Results {
  const networks = [
    { topology: 'file:networks/arpanet-1977.txt', n: 58, m: 68, ecc: 9 },
    { topology: 'file:networks/nsfnet.txt', n: 14, m: 21, ecc: 3 },
    { topology: 'file:networks/abilene.txt', n: 11, m: 14, ecc: 5 },
    { topology: 'file:../shared/data/topology-zoo/Kdl.gml', n: 754, m: 895, ecc: 45 },
  ]
  const rows = (['flooding', 'spanning-tree-flood', 'dfs-tree-root'] as const).flatMap((algorithm) =>
    networks.flatMap(({ topology, n, m, ecc }) =>
      range(replicates).map((replicate) => {
        const seed = deriveSeed(7, topology, n, replicate)
        const u = new Streams(seed).stream('sample').uniform()
        const messages = {
          flooding: 2 * m - n + 1,
          'spanning-tree-flood': 4 * m - 2 * n + 2,
          'dfs-tree-root': 2 * m,
        }
        const bound = { flooding: ecc + 1, 'spanning-tree-flood': ecc + 2, 'dfs-tree-root': 2 * m }[algorithm]
        return makeRow({
          algorithm,
          topology,
          n,
          m,
          diameter: ecc + 1,
          root_eccentricity: ecc,
          replicate,
          seed,
          messages: messages[algorithm],
          messages_claim: messages[algorithm],
          messages_verdict: 'held',
          time: bound * (0.5 + 0.2 * u),
          time_claim: bound,
          time_verdict: 'held',
          shows: [...claimsOfTrees[algorithm]],
        })
      }),
    ),
  )
  return analyse(
    rows,
    makeManifest(
      rows,
      Object.entries(treeTitles).map(([name, title]) =>
        makeAlgorithm(name, title, claimsOfTrees[name as keyof typeof treeTitles]),
      ),
    ),
  )
}

const seventeen = makeClaim({ formula: '17' })

const flat = (given: GivenRow): Row =>
  makeRow({ messages_claim: 17, messages_verdict: 'held', shows: [seventeen], ...given })

const oneAlgorithm = (rows: readonly Row[], title = 'Flooding'): Results =>
  analyse(rows, makeManifest(rows, [makeAlgorithm('flooding', title, [seventeen])]))

/** What charts must survive. */
export function extremes(): Readonly<Record<string, Results>> {
  const many = range(8).map((i) => `algorithm-${i}`)
  const eight = many.flatMap((algorithm, i) =>
    doubling(16, 1024).flatMap((n) =>
      range(3).map((replicate) =>
        makeRow({ algorithm, n, replicate, messages: n * (i + 1), time: n / (i + 1 + 0.1 * replicate) }),
      ),
    ),
  )
  const long =
    'A user’s own algorithm with <b>quotes "and" tags</b> and a name that goes on for longer than a line'
  return {
    zeros: oneAlgorithm(
      doubling(1, 1024).map((n) =>
        flat({ n, messages: n === 1 ? 0 : 2 * n, messages_claim: 2 * n - 2, time: n - 1 }),
      ),
    ),
    nothing: oneAlgorithm(doubling(16, 128).map((n) => flat({ n, messages: 0, messages_claim: 0, time: 0 }))),
    constant: oneAlgorithm(
      doubling(16, 128).flatMap((n) => range(4).map((replicate) => flat({ n, replicate, time: 3 }))),
    ),
    'one size': oneAlgorithm(
      range(20).map((replicate) => flat({ replicate, time: 4 + (replicate % 7) / 7 })),
    ),
    'one run': oneAlgorithm([flat({})]),
    'eight algorithms': analyse(
      eight,
      makeManifest(
        eight,
        many.map((name, i) => makeAlgorithm(name, `Algorithm number ${i + 1}`)),
      ),
    ),
    'long name': oneAlgorithm(
      ['ring', 'file:a "b" <i>, c.txt', 'gnp:degree=8'].flatMap((topology) =>
        doubling(16, 128).flatMap((n) =>
          range(6).map((replicate) => flat({ topology, n, replicate, time: n + replicate })),
        ),
      ),
      long,
    ),
    failures: oneAlgorithm([
      ...doubling(16, 128).map((n) => flat({ n, messages: n + 1, time: n / 2 })),
      flat({ n: 256, outcome: 'budget', messages: 100, time: 1 }),
      flat({ n: 512, outcome: 'failed', messages: null, time: null }),
    ]),
    empty: oneAlgorithm([]),
  }
}
