import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { after, test } from 'node:test'
import { parse } from '@unified-latex/unified-latex-util-parse'
import { analyse, type Results } from '../../../reports/index.ts'
import { latexFiles } from '../../../reports/latex/files.ts'
import { paperTables } from '../../../reports/tables/index.ts'
import { captioned } from '../../helpers/captioned.ts'
import { hostileResults } from '../../helpers/hostile.ts'
import {
  doubling,
  extremes,
  makeRow,
  range,
  ringElection,
  treeSweep,
  worstCaseSweep,
} from '../../helpers/samples.ts'
import { assertStrict } from './strict.ts'

const scratch = mkdtempSync(join(tmpdir(), 'latex-'))
after(() => rmSync(scratch, { recursive: true, force: true }))

const filesOf = (results: Results, text = 'Messages of 1,080 runs.') =>
  latexFiles(results, [captioned(text)], paperTables(results))

/** Writes the files into a folder of their own. */
function folderOf(results: Results): string {
  const folder = mkdtempSync(join(scratch, 'results-'))
  for (const [name, text] of filesOf(results)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}

const nasty = [
  '<script>alert(1)</script>"\'&',
  '\\input{/etc/passwd}',
  '% # _ ~ ^ $ { } [x] *',
  'Ω ≤ ₂ ² é – 中 | ` \n',
  '=cmd()',
]

test('every file keeps the rules of LaTeX, whatever a user calls things', () => {
  const all = [
    ringElection({ sizes: [16, 64], replicates: 3 }),
    treeSweep({ sizes: [16, 64], replicates: 3 }),
    worstCaseSweep(),
    ...Object.values(extremes()),
    ...nasty.map(hostileResults),
  ]
  for (const results of all)
    for (const [name, text] of filesOf(results, nasty.join(' ')))
      if (name.endsWith('.tex')) {
        assertStrict(text, name)
        // Another parser, which is slow, sees one environment in each table.
        if (name.includes('tables') && text.length < 2500)
          assert.deepEqual(environmentsOf(text), ['tabular'], name)
      }
})

const environmentsOf = (text: string): unknown[] =>
  (parse(text).content as readonly { type: string; env?: unknown }[]).flatMap(({ type, env }) =>
    type === 'environment' ? [env] : [],
  )

/** The numbers that macros.tex defines: printed and raw, by key. */
function numbers(results: Results): ReadonlyMap<string, readonly [string, string]> {
  const lines = filesOf(results).get('latex/macros.tex')!.split('\n')
  return new Map(
    lines.flatMap((line) => {
      const put = /^\\adm@put\{(.*?)\}\{(.*)\}\{(.*?)\}$/.exec(line)
      const say = /^\\adm@say\{(.*?)\}\{(.*)\}$/.exec(line)
      if (put) return [[put[1]!, [put[2]!, put[3]!]] as const]
      return say ? [[say[1]!, [say[2]!, say[2]!]] as const] : []
    }),
  )
}

test('a number is quoted by algorithm, topology, what else varies, n, measure and statistic', () => {
  const found = numbers(ringElection({ sizes: [16, 4096], replicates: 6 }))
  // By hand: 4096 · 4099 / 2 = 8,394,752 in every run; 3 · 16 − 1 = 47.
  assert.deepEqual(found.get('lcr/ring/ids-worst/4096/messages/max'), ['8\\,394\\,752', '8394752'])
  assert.deepEqual(found.get('lcr/ring/ids-worst/4096/messages/bound-ratio'), ['1', '1'])
  assert.deepEqual(found.get('lcr/ring/ids-best/16/messages/median'), ['47', '47'])
  assert.deepEqual(found.get('lcr/ring/random/16/runs'), ['6', '6'])
  assert.deepEqual(
    found.get('lcr/claim/1/text')![0],
    'exactly \\ensuremath{\\frac{n \\left(n + 3\\right)}{2}}',
  )
  assert.deepEqual(found.get('seed'), ['2004', '2004'])
  assert.ok(found.has('hirschberg-sinclair/against/lcr/ring/random/16/messages/ratio-low'))
})

test('what does not vary is not part of a key, and specs of equal words are numbered', () => {
  const rows = ['file:a=b.txt', 'file:a-b.txt'].flatMap((topology) =>
    range(3).map((replicate) => makeRow({ topology, replicate, messages: topology.includes('=') ? 1 : 2 })),
  )
  const { manifest } = treeSweep({ sizes: [16], replicates: 1 })
  const found = numbers(analyse(rows, manifest))
  assert.equal(found.get('flooding/file-a-b.txt/16/messages/max')![1], '1')
  assert.equal(found.get('flooding/file-a-b.txt--2/16/messages/max')![1], '2')
})

test('the caption of every table ends with the exact sweep', () => {
  const text = filesOf(ringElection({ sizes: [16, 32, 64, 128], replicates: 5 })).get('latex/captions.tex')!
  const tables = text.split('\n').filter((line) => line.includes('{caption/table-'))
  assert.equal(tables.length, 5)
  for (const line of tables) assert.match(line, /The sweep: .*; network: Ring; n = 16.* root seed 2004\.\}$/)
})

test('no key is defined twice', () => {
  for (const results of [
    ringElection({ sizes: [16] }),
    worstCaseSweep(),
    treeSweep({ sizes: [16, 64], replicates: 3 }),
  ]) {
    const text = filesOf(results).get('latex/macros.tex')!
    const keys = [...text.matchAll(/^\\adm@(?:put|say)\{([^}]*)\}/gm)].map((match) => match[1]!)
    assert.equal(new Set(keys).size, keys.length)
  }
})

test('the same results give the same bytes', () => {
  const files = () => [...filesOf(ringElection({ sizes: [16, 32, 64, 128], replicates: 5 }))]
  assert.deepEqual(files(), files())
})

const paper = resolve('docs/paper/paper.tex')
const elections = () => ringElection({ sizes: doubling(8, 2048), replicates: 6 })

test('every number, caption and table of the example paper is there', () => {
  const text = readFileSync(paper, 'utf8').replace(/(?<!\\)%.*$/gm, '')
  const found = numbers(elections())
  const keys = [...text.matchAll(/\\adm(?:raw)?\{([^}]*)\}/g)].map((match) => match[1]!)
  assert.ok(keys.length > 10)
  for (const key of keys) assert.ok(found.has(key), key)
  const files = filesOf(elections())
  for (const [, table] of text.matchAll(/latex\/tables\/([a-z]+)/g))
    assert.ok(files.has(`latex/tables/${table}.tex`), table)
  for (const [, name] of text.matchAll(/\\admcaption\{([^}]*)\}/g))
    assert.ok(files.get('latex/captions.tex')!.includes(`{caption/${name}}`), name)
})

const engine = ['pdflatex', 'lualatex'].find((name) => spawnSync(name, ['--version']).status === 0)
const without = engine === undefined ? 'no TeX engine is installed here' : false

/** Typesets a document; what TeX printed, and whether it was content. */
function typeset(document: string): { readonly log: string; readonly ok: boolean } {
  const folder = mkdtempSync(join(scratch, 'tex-'))
  const { status, stdout } = spawnSync(
    engine!,
    ['-no-shell-escape', '-interaction=nonstopmode', '-halt-on-error', document],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, max_print_line: '1000' } },
  )
  return { log: stdout, ok: status === 0 }
}

/** A document that reads the files and has every table and the caption in it. */
const everything = (folder: string, body = '') => {
  const tables = ['messages', 'time', 'verdicts', 'comparisons', 'tightness']
    .map(
      (name) =>
        `\\IfFileExists{${folder}/latex/tables/${name}.tex}{\\input{${folder}/latex/tables/${name}}\\par}{}`,
    )
    .join('')
  return `\\documentclass{article}\\usepackage{array,booktabs}\\input{${folder}/latex/macros}\\input{${folder}/latex/captions}\\begin{document}\\section{\\adm{title}}\\adm{question} \\admcaption{messages-against-n}${tables}${body}\\end{document}`
}

test('the example paper builds', { skip: without }, () => {
  const { log, ok } = typeset(
    `\\PassOptionsToPackage{draft}{graphicx}\\def\\admfolder{${folderOf(elections())}}\\input{${paper}}`,
  )
  assert.ok(ok, log)
  assert.doesNotMatch(log, /undefined|Overfull \\hbox \([1-9]\d/)
})

test('TeX takes every label for text', { skip: without }, () => {
  for (const label of [nasty.join(' '), ...nasty.slice(1, 2)]) {
    const { log, ok } = typeset(everything(folderOf(hostileResults(label))))
    assert.ok(ok, log)
    assert.doesNotMatch(log, /passwd\)|\(\/etc/)
  }
})

test(
  'tables of worst cases build, raw numbers can be computed with, and unknown keys are refused by name',
  { skip: without },
  () => {
    const folder = folderOf(worstCaseSweep())
    const { log, ok } = typeset(
      everything(
        folder,
        '\\typeout{twice \\the\\numexpr 2*\\admraw{lcr/ring/worst/6/messages/cost}\\relax.}',
      ),
    )
    assert.ok(ok, log)
    // The sample reaches 0.96 of 6 · 9 / 2 = 27 messages, rounded: 26.
    assert.match(log, /twice 52\./)
    const wrong = typeset(everything(folder, '\\adm{lcr/rnig/runs}'))
    assert.equal(wrong.ok, false)
    assert.match(wrong.log, /Package admissible Error: The results of 'sample' have no 'lcr\/rnig\/runs'/)
  },
)
