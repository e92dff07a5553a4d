import assert from 'node:assert/strict'
import { test } from 'node:test'
import { delayName, inputsName, topologyName, wakeUpName } from '../../../reports/wording/spec-names.ts'

/** Labels in charts, tables and captions do not change unnoticed: the words of every family, bare and with parameters. */
function assertNames(nameOf: (spec: string) => string, names: Readonly<Record<string, string>>): void {
  const specs = Object.keys(names)
  assert.deepEqual(Object.fromEntries(specs.map((spec) => [spec, nameOf(spec)])), names)
}

test('every topology has the name that a panel’s header gives it', () => {
  assertNames(topologyName, {
    path: 'Path',
    ring: 'Ring',
    'ring:oriented=yes': 'Ring',
    'ring:oriented=no': 'Ring, not oriented',
    star: 'Star',
    complete: 'Complete',
    'complete-bipartite': 'Complete bipartite',
    'complete-bipartite:left=3': 'Complete bipartite, left 3',
    'balanced-tree': 'Balanced tree',
    'balanced-tree:arity=3': 'Balanced tree, arity 3',
    'random-tree': 'Random tree',
    caterpillar: 'Caterpillar',
    'caterpillar:legs=2': 'Caterpillar, legs 2',
    lollipop: 'Lollipop',
    'lollipop:clique=5': 'Lollipop, clique 5',
    'clique-with-pendants': 'Clique with pendants',
    'clique-with-pendants:pendants=4': 'Clique with pendants, pendants 4',
    barbell: 'Barbell',
    'barbell:clique=4': 'Barbell, clique 4',
    grid: 'Grid',
    'grid:dimensions=3': '3-dimensional grid',
    torus: 'Torus',
    'torus:dimensions=2': '2-dimensional torus',
    'torus:dimensions=3': '3-dimensional torus',
    hypercube: 'Hypercube',
    circulant: 'Circulant',
    'circulant:offsets=1+2+5': 'Circulant, offsets 1+2+5',
    gnp: 'G(n, p), mean degree 8',
    'gnp:degree=5': 'G(n, p), mean degree 5',
    'gnp:degree=8': 'G(n, p), mean degree 8',
    'gnp:p=0.25': 'G(n, p), p = 0.25',
    gnm: 'G(n, m)',
    'gnm:degree=6': 'G(n, m), degree 6',
    'gnm:m=40': 'G(n, m), m = 40',
    'random-regular': 'Random regular',
    'random-regular:degree=6': 'Random regular, degree 6',
    'barabasi-albert': 'Barabási–Albert',
    'barabasi-albert:links=2': 'Barabási–Albert, links 2',
    'watts-strogatz': 'Watts–Strogatz',
    'watts-strogatz:degree=4,rewire=0.5': 'Watts–Strogatz, degree 4, rewire 0.5',
    'watts-strogatz:rewire=0.5': 'Watts–Strogatz, rewire 0.5',
    'random-geometric': 'Random geometric',
    'random-geometric:degree=6': 'Random geometric, degree 6',
    'random-geometric:radius=0.2': 'Random geometric, radius 0.2',
    'file:admissible/abilene.gml': 'abilene',
    'file:a/b\\my.net.txt,component=largest': 'my.net, component largest',
    'file:karate.dat,format=edges': 'karate.dat, format edges',
    'file:roads.csv.gz': 'roads',
    'file:.gml': '.gml',
  })
})

test('every delay has the name that a sentence gives it', () => {
  assertNames(delayName, {
    constant: 'constant',
    uniform: 'uniform on (0, 1]',
    'uniform:min=0.2': 'uniform on (0.2, 1]',
    'uniform:min=0.2,max=0.9': 'uniform on (0.2, 0.9]',
    exponential: 'exponential',
    pareto: 'Pareto',
    'pareto:shape=2': 'Pareto, shape 2',
    'log-normal': 'log-normal',
    'log-normal:sigma=0.5': 'log-normal, sigma 0.5',
    bimodal: 'bimodal',
    'bimodal:p=0.3,fast=0.01': 'bimodal, p = 0.3, fast 0.01',
    'slow-links': 'slow links',
    'slow-links:p=0.2,by=direction': 'slow links, p = 0.2, by direction',
    'per-link': 'per link',
    'per-link:min=0.5,max=0.9': 'per link, min 0.5, max 0.9',
    stepped: 'stepped',
    'stepped:period=0.1': 'stepped, period 0.1',
    'slow-processors': 'slow processors',
    'slow-processors:share=0.2': 'slow processors, share 0.2',
    distance: 'distance',
    'distance:min=0.01': 'distance, min 0.01',
    'matrix:data/king.csv': 'measured, king',
    'table:data/links.csv,default=0.5': 'measured, links, default 0.5',
    'sampled:data/latencies.csv': 'sampled, data/latencies.csv',
    starve: 'starve',
    'starve:channel=3+7': 'starve, channel 3+7',
    'starve:processor=2,fast=0.1': 'starve, processor 2, fast 0.1',
    'fast-chain': 'fast chain',
    'slowest-path-first': 'slowest path first',
    'slowest-path-first:fast=0.1': 'slowest path first, fast 0.1',
    'last-in-first-out': 'last in first out',
    news: 'news',
    'news:fast': 'news, fast',
    'news:fast,fast=0.1': 'news, fast, fast 0.1',
    worst: 'worst',
  })
})

test('every wake-up has the name that a sentence gives it', () => {
  assertNames(wakeUpName, {
    all: 'all wake at time 0',
    root: 'the root alone wakes',
    random: 'wake-up random',
    'random:k=3': 'wake-up random, k = 3',
    staggered: 'wake-up staggered',
    'staggered:span=10': 'wake-up staggered, span 10',
    ordered: 'wake-up ordered',
    'ordered:gap=0.5,by=index': 'wake-up ordered, gap 0.5, by index',
    'given:1+3+5': 'wake-up given, 1+3+5',
  })
})

test('all inputs have the name that a sentence gives them', () => {
  assertNames(inputsName, {
    random: 'random identifiers',
    '': 'random identifiers',
    'ids=ascending': 'ascending identifiers',
    'ids=worst': 'worst identifiers',
    'ids=12+45+3': '12+45+3 identifiers',
    'root=centre': 'root centre',
    'root=3': 'root 3',
    'values=1+0+1': 'values 1+0+1',
    'ports=as-built': 'as-built channel numbers',
    'ids=worst,root=centre,values=1+0,ports=sorted':
      'worst identifiers, root centre, values 1+0, sorted channel numbers',
  })
})

test('what stands in the results of another version is called as it is spelled', () => {
  assertNames(topologyName, {
    hexagonal: 'hexagonal',
    'gnp:spread=3': 'gnp:spread=3',
    'file:a,b': 'file:a,b',
  })
  assertNames(delayName, { asynchronous: 'asynchronous', 'gamma:shape=2': 'gamma:shape=2' })
  assertNames(wakeUpName, { '': '', 'burst:size=3': 'burst:size=3' })
  assertNames(inputsName, { 'ids=clustered': 'ids=clustered' })
})
