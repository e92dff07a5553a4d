import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import { buildTopology, ComputedInstance, Streams, topologies } from '../../../engine/index.ts'
import { defineExperiment, gridOf, readFile, stockExperiments } from '../../../experiments/index.ts'

for (const definition of stockExperiments)
  test(`the stock experiment ${definition.name} can run`, () => {
    const { cells, messages } = gridOf(defineExperiment(definition))
    assert.ok(cells.length > 0 && Number.isFinite(messages))
  })

test('the quickstart has at least 3 algorithms, 4 networks, sizes up to 16,384 and 10 replicates', () => {
  const { algorithms, topologies, sizes = [], replicates } = stockExperiments[0]!
  assert.ok(algorithms.length >= 3 && topologies.length >= 4 && replicates >= 10)
  assert.equal(sizes.at(-1), 16_384)
})

const network = (spec: string) =>
  buildTopology(spec, { n: 0, stream: new Streams(0).stream('topology'), readFile })

test('the shipped networks have the processors, channels and diameters that their sources give', () => {
  // Read off the maps, the longest of the shortest paths: Utah to UCLA by way of SRI; Stanford to Case by way of SRI,
  // Utah, MIT and Lincoln; Seattle to College Park by way of San Diego and Houston; New York to Seattle by way of
  // Chicago, Indianapolis, Kansas City and Denver.
  const facts: Readonly<Record<string, readonly [n: number, m: number, diameter: number | null]>> = {
    'arpanet-1969': [4, 4, 2],
    'arpanet-1970': [13, 17, 5],
    'nsfnet-1991': [14, 21, 3],
    'abilene-2005': [11, 14, 5],
    'geant-2012': [40, 61, null],
  }
  for (const [name, [n, m, diameter]] of Object.entries(facts)) {
    const graph = network(`file:admissible/${name}.txt`)
    assert.deepEqual([graph.n, graph.m], [n, m], name)
    assert.deepEqual(graph.details.notes ?? [], [], name)
    if (diameter !== null) assert.equal(new ComputedInstance(graph).diameter, diameter, name)
  }
  const shipped = readdirSync('experiments/library/networks').map((file) => file.replace('.txt', ''))
  assert.deepEqual(shipped.sort(), Object.keys(facts).sort())
})

test('every processor of the shipped networks but the ends of spurs has two channels or more', () => {
  const spurs = { 'arpanet-1969': ['Utah'], 'arpanet-1970': [], 'nsfnet-1991': [], 'abilene-2005': [] }
  for (const [name, expected] of Object.entries(spurs)) {
    const graph = network(`file:admissible/${name}.txt`)
    assert.deepEqual(
      Array.from({ length: graph.n }, (_, p) => p)
        .filter((p) => graph.degree(p) === 1)
        .map((p) => graph.details.labels!.at(p)),
      expected,
      name,
    )
  }
})

test('the shipped Abilene and GÉANT are those of the Internet Topology Zoo', (t) => {
  const folder = '../shared/data/topology-zoo'
  for (const [name, original] of [
    ['abilene-2005', 'Abilene'],
    ['geant-2012', 'Geant2012'],
  ] as const) {
    const spec = `file:${folder}/${original}.gml`
    try {
      topologies.parse(spec)
      readFile(`${folder}/${original}.gml`)
    } catch {
      t.skip(`${folder} is missing`)
      return
    }
    assert.deepEqual(channelsByLabel(`file:admissible/${name}.txt`), channelsByLabel(spec))
  }
})

function channelsByLabel(spec: string): string[] {
  const graph = network(spec)
  const label = (p: number) => graph.details.labels!.at(p)!.replaceAll(' ', '_')
  const found: string[] = []
  for (let p = 0; p < graph.n; p++)
    for (let channel = 0; channel < graph.degree(p); channel++) {
      const q = graph.neighbor(p, channel)
      if (p < q) found.push([label(p), label(q)].sort().join(' '))
    }
  return found.sort()
}

test('an unknown shipped network is refused with the nearest name', () => {
  assert.throws(() => network('file:admissible/abilene-2050.txt'), {
    name: 'InputError',
    message: /no shipped network “abilene-2050.txt”; did you mean abilene-2005.txt\?/,
  })
})
