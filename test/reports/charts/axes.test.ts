import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Row } from '../../../experiments/cell/index.ts'
import { analyse, askedCharts, makeCharts, type Results } from '../../../reports/index.ts'
import { makeAlgorithm, makeManifest, makeRow, range } from '../../helpers/samples.ts'

/**
 * Three degrees, four numbers of initiators, two delays, two sizes, five runs of each; messages are 1000 · degree + 10 · k
 * + n + replicate, bits twice as many, those of the type M half as many, and the column phases is k.
 */
function sweep(): Results {
  const rows = [4, 8, 16].flatMap((degree) =>
    [1, 2, 4, 8].flatMap((k) =>
      ['uniform', 'exponential'].flatMap((delay) =>
        [32, 64].flatMap((n) =>
          range(5).map((replicate): Row => {
            const messages = 1000 * degree + 10 * k + n + replicate
            return makeRow({
              algorithm: 'trees',
              topology: `gnp:degree=${degree}`,
              wakeup: `random:k=${k}`,
              delay,
              n,
              m: (degree * n) / 2,
              root_eccentricity: n / 16 + replicate,
              replicate,
              seed: replicate,
              messages,
              bits: 2 * messages,
              time: messages / 100,
              extra: { messages_M: messages / 2, phases: k },
            })
          }),
        ),
      ),
    ),
  )
  return analyse(rows, makeManifest(rows, [makeAlgorithm('trees', 'Trees')]))
}

const results = sweep()
const draw = (spec: string) => makeCharts(results, undefined, [spec])

test('time against degree, a line for each number of initiators: each median where it belongs', () => {
  const charts = draw('against:x=topology_degree,series=wakeup_k,measure=time,where=n=64 & delay=uniform')
  assert.deepEqual(
    charts.map(({ name }) => name),
    ['time-against-topology-degree'],
  )
  const [{ data, title }] = charts as [(typeof charts)[0]]
  assert.equal(title, 'Trees: time against the degree of the network')
  // By hand: the median of five replicates is that of replicate 2.
  assert.deepEqual(
    data.map((record) => [record.topology_degree, record.wakeup_k, record.median_time]),
    [4, 8, 16].flatMap((degree) =>
      [1, 2, 4, 8].map((k) => [degree, k, (1000 * degree + 10 * k + 64 + 2) / 100]),
    ),
  )
  const { datasets } = charts[0]!.spec as unknown as { datasets: { groups: { series: string; n: number }[] } }
  assert.deepEqual(
    [...new Set(datasets.groups.map(({ series }) => series))],
    ['k = 1', 'k = 2', 'k = 4', 'k = 8'],
  )
  assert.deepEqual([...new Set(datasets.groups.map(({ n }) => n))], [4, 8, 16])
})

test('the upright axis takes any cost: bits, messages of a type, a column of the algorithm’s own', () => {
  const first = (spec: string, column: string) => draw(spec)[0]!.data[0]![column]
  // degree 4, k = 1, n = 32, replicate 2: 4000 + 10 + 32 + 2 = 4044.
  assert.equal(first('against:measure=bits', 'median_bits'), 2 * 4044)
  assert.equal(first('against:measure=messages:M', 'median_messages:M'), 4044 / 2)
  assert.equal(first('against:measure=column:phases,x=wakeup_k', 'median_column:phases'), 1)
  assert.equal(draw('against:measure=bits')[0]!.title, 'Trees: bits against the number of processors')
  assert.match(
    draw('distribution:measure=messages:M,n=64')[0]!.title,
    /distribution of messages of type M at n = 64$/,
  )
  assert.equal(draw('heat-map:x=topology_degree,y=wakeup_k,measure=bits').length, 1)
})

test('what differs from run to run puts runs of all sizes with the same value together', () => {
  const [{ data }] = draw('against:x=ecc,series=topology_degree,panel=wakeup_k,where=delay=uniform') as [
    ReturnType<typeof draw>[0],
  ]
  // n / 16 + replicate: 2 to 6 at n = 32 and 4 to 8 at n = 64.
  assert.deepEqual(
    data
      .filter(({ topology, wakeup }) => topology === 'gnp:degree=4' && wakeup === 'random:k=1')
      .map((record) => [record.ecc, record.runs]),
    [
      [2, 1],
      [3, 1],
      [4, 2],
      [5, 2],
      [6, 2],
      [7, 1],
      [8, 1],
    ],
  )
})

/** What of a specification tells the kinds of its axes. */
interface Panels {
  readonly layer?: readonly {
    readonly encoding: Record<'x' | 'y', { field: string; scale: { type: string } }>
  }[]
  readonly concat?: readonly { readonly layer: NonNullable<Panels['layer']> }[]
}

test('axes are logarithmic or linear as asked', () => {
  const kinds = (spec: string) => {
    const { layer = [], concat = [] } = draw(spec)[0]!.spec as unknown as Panels
    const layers = concat[0]?.layer ?? layer
    const { encoding } = layers.find((one) => one.encoding?.y?.field === 'median')!
    return [encoding.x.scale.type, encoding.y.scale.type]
  }
  // Degrees span a factor of four, and costs at n = 64 a little less.
  assert.deepEqual(kinds('against:x=topology_degree,where=n=64'), ['log', 'linear'])
  assert.deepEqual(kinds('against:x=topology_degree,where=n=64,yscale=log'), ['log', 'log'])
  assert.deepEqual(kinds('against:x=topology_degree,xscale=linear'), ['linear', 'linear'])
  assert.deepEqual(kinds('against:xscale=log'), ['log', kinds('against')[1]])
})

test('colours and panels tell apart what is asked for', () => {
  const [chart] = draw('against:series=delay,panel=topology_degree,where=wakeup_k=1')
  const { concat } = chart!.spec as unknown as { concat: unknown[] }
  assert.equal(concat.length, 3)
  assert.match(JSON.stringify(concat), /degree = 4.*degree = 8.*degree = 16/)
  assert.match(JSON.stringify(chart!.spec), /Exponential/)
})

test('a figure leaves nothing out in silence: its caption names it with the option that shows it', () => {
  const { charts, leftOut } = askedCharts(results, undefined, ['by-delay'])
  const said =
    "Not shown: wake-up random:k=2, random:k=4 and random:k=8; n = 32; to see the first of them: --chart 'by-delay:where=wakeup=random:k=2'"
  assert.ok(charts[0]!.caption.endsWith(`${said}.`), charts[0]!.caption)
  assert.deepEqual(leftOut, [{ charts: ['time-by-delay'], sentence: said }])
  // What the option draws is what was missing.
  const shown = draw('by-delay:where=wakeup=random:k=2')[0]!.data.map(({ wakeup }) => wakeup)
  assert.deepEqual([...new Set(shown)], ['random:k=2'])
})

test('where charts of a kind are too many, the points that none shows are told', () => {
  // Two delays, three degrees and two sizes are twelve settings; four charts are drawn.
  const { charts, leftOut } = askedCharts(results, undefined, [
    'against:x=wakeup_k,series=algorithm,panel=faults',
  ])
  assert.equal(charts.length, 4)
  assert.equal(leftOut.length, 1)
  assert.match(
    leftOut[0]!.sentence,
    /^Not shown: topology gnp:degree=8 and gnp:degree=16; to see .* --chart 'against:.*where=topology=gnp:degree=8'$/,
  )
})

test('a chart that shows all that it is about says nothing more', () => {
  const { charts, leftOut } = askedCharts(results, undefined, [
    'against:panel=topology_degree,series=wakeup_k',
  ])
  assert.equal(charts.length, 2)
  assert.deepEqual(leftOut, [])
  for (const { caption } of charts) assert.doesNotMatch(caption, /Not shown/)
})

test('without a wish for charts, sizes alone are not told on the terminal, since other charts show them', () => {
  const { leftOut } = askedCharts(results)
  for (const { sentence } of leftOut) assert.doesNotMatch(sentence, /^Not shown: n = [^;]*;/)
})

const refused: Readonly<Record<string, RegExp>> = {
  'against:x=degree': /x: “degree” is nothing that can lie along an axis; did you mean topology_degree\?$/,
  'against:x=topology': /x: “topology” is no number; write n, m, D, ecc/,
  'against:x=topology_degre': /“topology_degre” is no parameter of topology; did you mean topology_degree\?$/,
  'against:series=wakeup_q': /series: “wakeup_q” is no parameter of wake-up; .*wakeup_k/,
  'against:series=n': /n cannot be two of x, series and panel at once$/,
  'against:xscale=cubic': /xscale=cubic is none of auto, log, linear$/,
  'comparison:n=few': /n=few is neither a number of processors nor all$/,
  'against:where=wakeup_kk=2':
    /where: constraint “wakeup_kk=2”: nothing here is called wakeup_kk; did you mean wakeup_k\?$/,
}

for (const [spec, message] of Object.entries(refused))
  test(`the chart “${spec}” is refused with what would be right`, () => {
    assert.throws(() => draw(spec), { name: 'InputError', message })
  })
