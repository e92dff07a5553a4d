/** Writers of every format, from what the formats' specifications say and apart from the readers. */

export interface Written {
  readonly n: number
  /** Distinct pairs u < v, whose graph is connected. */
  readonly pairs: readonly (readonly [number, number])[]
  /** Distinct words. */
  readonly names: readonly string[]
}

/** A text, and the names under which the processors should be found. */
interface Text {
  readonly text: string
  readonly names: readonly string[]
}

const numbers = (n: number, first: number): string[] => Array.from({ length: n }, (_, p) => String(p + first))

const neighbours = ({ n, pairs }: Written): number[][] =>
  Array.from({ length: n }, (_, p) =>
    pairs.flatMap(([u, v]) => (u === p ? [v] : v === p ? [u] : [])).sort((a, b) => a - b),
  )

const lines = (all: readonly string[]): string => all.map((line) => `${line}\n`).join('')

/** Six bits a character, the last filled up with `fill`; the number of vertices first (all are below 63). */
function sixBits(bits: readonly number[], fill: 0 | 1): string {
  let text = ''
  for (let i = 0; i < bits.length; i += 6) {
    const six = [0, 1, 2, 3, 4, 5].map((k) => bits[i + k] ?? fill)
    text += String.fromCharCode(63 + Number.parseInt(six.join(''), 2))
  }
  return text
}

function graph6({ n, pairs }: Written): string {
  const bits: number[] = []
  for (let v = 1; v < n; v++)
    for (let u = 0; u < v; u++) bits.push(pairs.some(([a, b]) => a === u && b === v) ? 1 : 0)
  return String.fromCharCode(63 + n) + sixBits(bits, 0)
}

/** sparse6 by its definition: for each edge {x, v}, v not falling: b x, with a jump to v where it is more than one on. */
function sparse6({ n, pairs }: Written): string {
  const width = (n - 1).toString(2).length
  const number = (x: number) => [...x.toString(2).padStart(width, '0')].map(Number)
  const bits: number[] = []
  let current = 0
  for (const [x, v] of [...pairs].sort((a, b) => a[1] - b[1] || a[0] - b[0])) {
    if (v === current) bits.push(0, ...number(x))
    else if (v === current + 1) bits.push(1, ...number(x))
    else bits.push(1, ...number(v), 0, ...number(x))
    current = v
  }
  // Ones fill the last character; a zero comes first where they could be read as an edge (McKay's special case).
  const short = (6 - (bits.length % 6)) % 6
  if (n === 2 ** width && current === n - 2 && short > width) bits.push(0)
  return `:${String.fromCharCode(63 + n)}${sixBits(bits, 1)}`
}

/** By format: one text or several ways to write the same. */
export const writers: Readonly<Record<string, (graph: Written) => readonly Text[]>> = {
  edges: ({ pairs, names }) => [
    { text: lines(['from to', ...pairs.map(([u, v]) => `${names[u]} ${names[v]}`)]), names },
    { text: lines(['id,source,target', ...pairs.map(([u, v], i) => `${i},${names[u]},${names[v]}`)]), names },
    {
      text: lines([
        'source to',
        ...pairs.map(([u, v]) => `${names[u]} ${names[v]} {'a': 1, 'b': '} x'}`),
      ]).replace('source to', 'source target {}'),
      names,
    },
  ],
  arrows: ({ pairs, names }) =>
    ['--', '->', '<->', '→', '-'].map((sign) => ({
      text: lines(pairs.map(([u, v]) => `${names[u]} ${sign} ${names[v]}`)),
      names,
    })),
  adjlist: (graph) => {
    const { n, names, pairs } = graph
    const upwards = lines(
      Array.from({ length: n }, (_, p) =>
        [names[p], ...pairs.flatMap(([u, v]) => (u === p ? [names[v]] : []))].join(' '),
      ),
    )
    const both = lines(
      neighbours(graph).map((all, p) => `${names[p]}: ${all.map((q) => names[q]).join(', ')}`),
    )
    return [
      { text: upwards, names },
      { text: both, names },
    ]
  },
  'multiline-adjlist': (graph) => {
    const { names, n, pairs } = graph
    const text = Array.from({ length: n }, (_, p) => {
      const after = pairs.filter(([u]) => u === p)
      return [`${names[p]} ${after.length}`, ...after.map(([, v]) => `${names[v]} {'weight': 2}`)]
    })
    return [{ text: lines(text.flat()), names }]
  },
  matrix: (graph) => {
    const { n, names } = graph
    const rows = neighbours(graph).map((all) =>
      Array.from({ length: n }, (_, q) => (all.includes(q) ? 1 : 0)),
    )
    const weighted = rows.map((row, p) => row.map((entry, q) => (entry * (p + q + 1)) / 2))
    return [
      { text: lines(rows.map((row) => row.join(' '))), names: numbers(n, 0) },
      { text: lines(weighted.map((row) => row.join(','))), names: numbers(n, 0) },
      {
        text: lines([
          ['', ...names].join(';'),
          ...weighted.map((row, p) => [names[p], ...row].join(';').replaceAll('.', ',')),
        ]),
        names,
      },
      { text: lines([names.join(' '), ...rows.map((row, p) => [names[p], ...row].join(' '))]), names },
    ]
  },
  metis: (graph) => {
    const { n, pairs } = graph
    const all = neighbours(graph)
    const plain = [
      `% a comment\n${n} ${pairs.length}`,
      ...all.map((list) => list.map((q) => q + 1).join(' ')),
    ]
    const weighted = [
      `${n} ${pairs.length} 11 2`,
      ...all.map((list) => ['3 4', ...list.map((q) => `${q + 1} 9`)].join(' ')),
    ]
    return [plain, weighted].map((text) => ({ text: lines(text), names: numbers(n, 1) }))
  },
  dimacs: ({ n, pairs }) => [
    {
      text: lines(['c col', `p edge ${n} ${pairs.length}`, ...pairs.map(([u, v]) => `e ${u + 1} ${v + 1}`)]),
      names: numbers(n, 1),
    },
    {
      text: lines([`p sp ${n} ${pairs.length}`, ...pairs.map(([u, v]) => `a ${u + 1} ${v + 1} 7`)]),
      names: numbers(n, 1),
    },
    {
      text: lines([`p tw ${n} ${pairs.length}`, ...pairs.map(([u, v]) => `${u + 1} ${v + 1}`)]),
      names: numbers(n, 1),
    },
  ],
  'matrix-market': ({ n, pairs }) => {
    const banner = (rest: string) => `%%MatrixMarket matrix ${rest}\n%\n`
    const lower = pairs.map(([u, v]) => `${v + 1} ${u + 1}`)
    const both = pairs.flatMap(([u, v]) => [`${v + 1} ${u + 1} 0.5`, `${u + 1} ${v + 1} 0.5`])
    const dense = Array.from({ length: n * n }, (_, i) => {
      const [u, v] = [i % n, Math.floor(i / n)].sort((a, b) => a - b) as [number, number]
      return pairs.some(([a, b]) => a === u && b === v) ? '1.5' : '0'
    })
    return [
      banner('coordinate pattern symmetric') + lines([`${n} ${n} ${lower.length}`, ...lower]),
      banner('coordinate real general') + lines([`${n} ${n} ${both.length}`, ...both]),
      banner('array real general') + lines([`${n} ${n}`, ...dense]),
    ].map((text) => ({ text, names: numbers(n, 1) }))
  },
  pajek: (graph) => {
    const { n, pairs, names } = graph
    const vertices = [`*Vertices ${n}`, ...names.map((name, p) => `${p + 1} "${name}" 0.${p} 0.5 box`)]
    const lists = neighbours(graph).map((all, p) =>
      [p, ...all.filter((q) => q > p)].map((q) => q + 1).join(' '),
    )
    const rows = neighbours(graph).map((all) =>
      Array.from({ length: n }, (_, q) => (all.includes(q) ? 2 : 0)).join(' '),
    )
    return [
      ['*Network net', ...vertices, '*Edges', ...pairs.map(([u, v]) => `${u + 1} ${v + 1} 2.5`)],
      [...vertices, '*Arcs :1 "a"', ...pairs.map(([u, v]) => `${v + 1} ${u + 1}`)],
      [...vertices, '*Edgeslist', ...lists.filter((list) => list.includes(' '))],
      [...vertices, '*Matrix', ...rows],
    ].map((text) => ({ text: text.join('\r\n'), names }))
  },
  tgf: ({ pairs, names }) => [
    {
      text: lines([
        ...names.map((name, p) => `n${p} ${name}`),
        '#',
        ...pairs.map(([u, v], i) => `n${u} n${v} edge ${i}`),
      ]),
      names,
    },
  ],
  graph6: (graph) =>
    [graph6(graph), `>>graph6<<${graph6(graph)}\n`, sparse6(graph), `>>sparse6<<${sparse6(graph)}`].map(
      (text) => ({
        text,
        names: numbers(graph.n, 0),
      }),
    ),
  dot: ({ pairs, names }) => [
    {
      text: `graph {\n${lines(pairs.map(([u, v]) => `  "${names[u]}" -- "${names[v]}" [weight=2, label="a -- b"];`))}}`,
      names,
    },
    {
      text: `/* a */ strict digraph "G" { node [shape=box]\n${lines(names.map((name) => `"${name}" [label=<<b>x</b>>]`))}${lines(pairs.map(([u, v]) => `"${names[u]}":e -> {"${names[v]}"}`))}}`,
      names,
    },
  ],
  gml: ({ pairs, names }) => [
    {
      text: `graph [\n${lines(names.map((name, p) => `node [ id ${p + 3} label "${name}" w NAN ]`))}${lines(pairs.map(([u, v]) => `edge [ source ${u + 3} target ${v + 3} ]`))}]`,
      names,
    },
    {
      text: `graph\n[\n${lines(names.map((name, p) => `node\n[\nid ${p}\nname "${name}"\n]`))}${lines(pairs.map(([u, v]) => `edge\n[\nsource ${u}\ntarget ${v}\n]`))}]`,
      names,
    },
  ],
  graphml: ({ pairs, names }) =>
    ['name', 'label', 'VertexLabel'].map((key) => ({
      text: `<?xml version="1.0"?><graphml><key id="k" for="node" attr.name="${key}"/><graph edgedefault="undirected">${names
        .map((name, p) => `<node id="n${p}"><data key="k">${name}</data></node>`)
        .join(
          '',
        )}${pairs.map(([u, v]) => `<edge source="n${u}" target="n${v}"/>`).join('')}</graph></graphml>`,
      names,
    })),
  gexf: ({ pairs, names }) => [
    {
      text: `<?xml version="1.0"?>\n<gexf xmlns="http://gexf.net/1.3"><graph defaultedgetype="undirected"><nodes>${names
        .map((name, p) => `<node id="${p}" label="${name}"/>`)
        .join(
          '',
        )}</nodes><edges>${pairs.map(([u, v], i) => `<edge id="${i}" source="${u}" target="${v}"/>`).join('')}</edges></graph></gexf>`,
      names,
    },
  ],
  json: (graph) => {
    const { pairs, names, n } = graph
    const links = pairs.map(([u, v]) => ({ source: u, target: v }))
    const byName = pairs.map(([u, v]) => ({ source: names[u], target: names[v] }))
    return [
      { directed: false, nodes: names.map((id) => ({ id })), links: byName },
      { nodes: names.map((name) => ({ name })), links },
      {
        nodes: names.map((label, id) => ({ id, label })),
        edges: pairs.map(([u, v]) => ({ from: u, to: v })),
      },
      { nodes: names.map((key) => ({ key })), edges: byName },
      {
        graph: {
          nodes: Object.fromEntries(names.map((label, p) => [`n${p}`, { label }])),
          edges: pairs.map(([u, v]) => ({ source: `n${u}`, target: `n${v}` })),
        },
      },
      { elements: { nodes: names.map((id) => ({ data: { id } })), edges: byName.map((data) => ({ data })) } },
      [...names.map((id) => ({ data: { id } })), ...byName.map((data) => ({ data }))],
      {
        nodes: names.map((id) => ({ id })),
        adjacency: neighbours(graph).map((all) => all.map((q) => ({ id: names[q] }))),
      },
      Object.fromEntries(neighbours(graph).map((all, p) => [names[p], all.map((q) => names[q])])),
      byName.map(({ source, target }) => [source, target]).concat(n > 1 ? [] : [[]]),
    ].map((document) => ({ text: JSON.stringify(document, null, 1), names }))
  },
}
