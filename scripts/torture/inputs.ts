/** What the fuzzed inputs are made from: command lines and files that are as they should be. */

/** Command lines that run no process and write no file; costs are bounded by what stands behind the `…`. */
export const commandLines: readonly string[] = [
  'simulate flooding --topology ring --n 5 --delay constant',
  'simulate flooding --topology gnp:degree=3 --n 12 --delay uniform:min=0.5 --seed 7',
  'simulate lcr --topology ring --n 4 --ids 3,2,1,0 --initiators 0,2',
  'simulate lcr --topology ring --n 4 --trace --witness --processors 0..2 --from 1 --to 2.5',
  'simulate echo --topology torus:dimensions=2 --n 9 --root 3 --json --check final',
  'simulate bfs-sync --topology random-tree --n 8 --timing synchronous --wakeup all',
  'simulate spanning-tree-flood --topology complete --n 5 --delay slow-links:p=0.2,fast=0.3 --wakeup random:k=3',
  'simulate flooding --topology random-geometric --n 9 --delay distance --inputs ids=random,root=first',
  'simulate saturation --topology random-tree --n 8 --weights distinct',
  'list topologies --json',
  'list charts',
  'sweep --algorithm flooding,lcr --topology ring --n 4..16 --replicates 3 --dry-run --json',
  'sweep --algorithm flooding --topology ring,path --n 4,5 --delay constant,uniform --replicates 2..9 --until-ci 0.1 --dry-run',
  'sweep --algorithm lcr --topology ring --n 8 --shard 1/2 --max-messages 100 --dry-run',
  'run quickstart --dry-run',
  'run flooding --dry-run --json --workers 2 --memory 1',
]

/** Ends what is begun; the last of two options of one name counts. */
export const bounds: Readonly<Record<string, string>> = {
  simulate: '--max-messages 20000 --memory 0.2',
}

/** By what they are: a small file, and the command line that reads it in the place of @. */
export const files: Readonly<Record<string, { readonly words: readonly string[]; readonly text: string }>> = {
  'edge list': { words: ['convert @'], text: 'a b\nb c\nc d\nd a\n' },
  'edge list with a header': {
    words: ['convert @ --format edges'],
    text: 'source,target,weight\n"a, b",c,3\nc,d,0.5\nd,"a, b",1\n',
  },
  arrows: { words: ['convert @'], text: 'a -> b -> c\nc -- a\n' },
  matrix: { words: ['convert @ --format matrix'], text: ',a,b,c\na,0,1,1\nb,1,0,2\nc,1,2,0\n' },
  GraphML: {
    words: ['convert @', 'simulate flooding --topology file:@ --n 3'],
    text: `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="d0" for="node" attr.name="label" attr.type="string"/>
<graph edgedefault="undirected"><node id="0"><data key="d0">Å &amp; b</data></node><node id="1"/><node id="2"/>
<edge source="0" target="1"/><edge source="1" target="2"/></graph></graphml>`,
  },
  GML: {
    words: ['convert @'],
    text: 'graph [\n directed 0\n node [ id 1 label "a" ]\n node [ id 2 label "b" ]\n edge [ source 1 target 2 ]\n]\n',
  },
  DOT: {
    words: ['convert @ --format dot'],
    text: 'graph g { a -- b [weight=2]; b -- {c d}; subgraph s { d -- a } }',
  },
  METIS: { words: ['convert @ --format metis'], text: '% ring\n4 4\n2 4\n1 3\n2 4\n1 3\n' },
  Pajek: {
    words: ['convert @ --format pajek'],
    text: '*Vertices 3\n1 "a"\n2 "b"\n3 "c"\n*Edges\n1 2 1\n2 3 2\n',
  },
  'Matrix Market': {
    words: ['convert @ --format matrix-market'],
    text: '%%MatrixMarket matrix coordinate pattern symmetric\n3 3 2\n2 1\n3 2\n',
  },
  graph6: { words: ['convert @ --format graph6'], text: 'DQc\n' },
  GEXF: {
    words: ['convert @ --format gexf'],
    text: '<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph><nodes><node id="0" label="a"/><node id="1"/></nodes><edges><edge id="0" source="0" target="1"/></edges></graph></gexf>',
  },
  JSON: {
    words: ['convert @ --format json'],
    text: '{"directed":false,"nodes":[{"id":"a"},{"id":"b"},{"id":3}],"links":[{"source":"a","target":"b"},{"source":"b","target":3}]}',
  },
  'latencies in a matrix': {
    words: ['simulate flooding --topology ring --n 3 --delay matrix:@'],
    text: '0 12.5 3\n12.5 0 7\n3 7 0\n',
  },
  'latencies in a list': {
    words: ['simulate flooding --topology ring --n 3 --delay sampled:@'],
    text: 'from,to,latency\na,b,12\nb,a,13.5\na,c,0.1\n',
  },
  'delays in a table': {
    words: ['simulate flooding --topology ring --n 3 --delay table:@,default=1'],
    text: 'from to delay\n0 1 0.5\n1 0 0.25\n1 2 1\n',
  },
}
