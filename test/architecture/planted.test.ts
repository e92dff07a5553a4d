import assert from 'node:assert/strict'
import { test } from 'node:test'
import { projectOf } from './project.ts'
import { rules } from './rules.ts'

/** A small project that keeps a rule, what is put in it, and who then breaks the rule. */
interface Planted {
  readonly project: Readonly<Record<string, string>>
  readonly fault: Readonly<Record<string, string>>
  readonly broken: readonly string[]
}

const lines = (count: number): string => 'a()\n'.repeat(count)

const planted: Readonly<Record<keyof typeof rules, readonly Planted[]>> = {
  doors: [
    {
      project: { 'cli/main.ts': "import { a } from '../engine/index.ts'" },
      fault: { 'cli/main.ts': "import { a } from '../engine/random.ts'" },
      broken: ['cli/main.ts'],
    },
    {
      project: { 'experiments/grid/plan.ts': "import { runCell } from '../cell/index.ts'" },
      fault: { 'experiments/grid/plan.ts': "import type { Row } from '../cell/row.ts'" },
      broken: ['experiments/grid/plan.ts'],
    },
    {
      project: { 'reports/html/page.ts': "import type { Row } from '../../experiments/cell/index.ts'" },
      fault: { 'reports/html/page.ts': "const { readFile } = await import('../../experiments/index.ts')" },
      broken: ['reports/html/page.ts'],
    },
    {
      project: { 'reports/page/index.ts': "import { algorithms } from '../../algorithms/index.ts'" },
      fault: { 'reports/html/page.ts': "import { algorithms } from '../../algorithms/index.ts'" },
      broken: ['reports/html/page.ts'],
    },
  ],
  order: [
    {
      project: {
        'experiments/store/store.ts': "import { cellsOf } from '../grid/cells.ts'",
        'experiments/grid/cells.ts': 'export const cellsOf = 1',
      },
      fault: { 'experiments/grid/cells.ts': "import type { Store } from '../store/store.ts'" },
      broken: ['experiments: grid → store'],
    },
    {
      project: { 'engine/simulation/loops/rounds.ts': 'export const a = 1' },
      fault: { 'engine/simulation/machine/machine.ts': "import { a } from '../loops/rounds.ts'" },
      broken: ['engine/simulation: machine → loops'],
    },
    { project: {}, fault: { 'engine/novelties/new.ts': 'a()' }, broken: ['engine/novelties'] },
  ],
  circles: [
    {
      project: {
        'test/a.ts': "import { b } from './b.ts'",
        'test/b.ts': "import { c } from '../engine/c.ts'",
      },
      fault: { 'engine/c.ts': "export type { A } from '../test/a.ts'" },
      broken: ['engine/c.ts'],
    },
  ],
  exports: [
    {
      project: {
        'cli/main.ts': "import { used as mine } from './b.ts'",
        'cli/b.ts': 'export const used = 1',
      },
      fault: { 'cli/b.ts': 'export const used = 1\nexport interface Unused {}' },
      broken: ['cli/b.ts Unused'],
    },
    {
      project: {
        'engine/index.ts': "export * from './a.ts'",
        'engine/a.ts': "export const a = 1\nexport { b } from './b.ts'",
        'engine/b.ts': 'export const b = 1',
      },
      fault: { 'engine/index.ts': "export { b } from './a.ts'" },
      broken: ['engine/a.ts a'],
    },
    {
      project: {
        'cli/main.ts': "const { a } = await import('./b.ts')",
        'cli/b.ts': 'export const a = 1',
      },
      fault: { 'cli/b.ts': 'export const a = 1\nexport function b() {}' },
      broken: ['cli/b.ts b'],
    },
  ],
  sizes: [
    {
      project: { 'cli/a.ts': lines(200), 'test/a.test.ts': lines(400) },
      fault: { 'cli/a.ts': lines(201), 'test/a.test.ts': lines(401) },
      broken: ['cli/a.ts', 'test/a.test.ts'],
    },
    {
      project: { 'cli/a.ts': `const brief = () => {\n${lines(68)}}` },
      fault: {
        'cli/a.ts': `const long = () => {\n${lines(69)}}`,
        'cli/b.ts': `class C {\nlong() {\n${lines(69)}}}`,
      },
      broken: ['cli/a.ts long', 'cli/b.ts long'],
    },
  ],
  documented: [
    {
      project: {
        'engine/index.ts': "export * from './a.ts'\nexport * as formal from './formal.ts'",
        'engine/a.ts': '/** What a is. */\nexport const a = 1',
        'engine/formal.ts': '/** What b is. */\nexport type B = 1',
      },
      fault: {
        'engine/a.ts': '/** What a is. */\nexport const a = 1\nexport const c = 1',
        'engine/formal.ts': '// What b is.\nexport type B = 1',
      },
      broken: ['engine/a.ts c', 'engine/formal.ts B'],
    },
  ],
  pages: [
    {
      project: {
        'experiments/cell/index.ts': "export { a } from './a.ts'\nimport type { Stats } from 'node:fs'",
        'experiments/cell/a.ts': "import type { b } from './b.ts'",
        'experiments/cell/b.ts': "import { readFileSync } from 'node:fs'",
      },
      fault: { 'experiments/cell/a.ts': "import { b } from './b.ts'" },
      broken: ['experiments/cell/b.ts'],
    },
    {
      project: {
        'engine/index.ts': 'export const a = state.process',
        'reports/page/main.ts': 'setTimeout(go)',
      },
      fault: { 'engine/index.ts': 'setTimeout(go)', 'reports/page/main.ts': 'process.exit()' },
      broken: ['engine/index.ts', 'reports/page/main.ts'],
    },
  ],
  pageOnly: [
    {
      project: { 'reports/page/view/dom.ts': 'window.open()' },
      fault: { 'reports/html/page.ts': "document.createElement('p')" },
      broken: ['reports/html/page.ts'],
    },
  ],
  packages: [
    {
      project: { 'engine/a.ts': "import { Heap } from 'heap-js'" },
      fault: {
        'engine/a.ts': "import type { Stats } from 'node:fs'",
        'engine/b.ts': "import { z } from 'zod'",
      },
      broken: ['engine/a.ts', 'engine/b.ts'],
    },
  ],
  determinism: [
    {
      project: { 'engine/a.ts': '// Math.random()\nconst text = "Date"', 'cli/a.ts': 'Date.now()' },
      fault: { 'engine/a.ts': 'const now = new Date()', 'cli/a.ts': 'Math.random()' },
      broken: ['engine/a.ts', 'cli/a.ts'],
    },
  ],
  vocabulary: [
    {
      project: { 'engine/model/a.ts': "import type { B } from './b.ts'" },
      fault: { 'engine/model/a.ts': "import type { Graph } from '../topology/graph.ts'" },
      broken: ['engine/model/a.ts'],
    },
  ],
}

for (const [name, { theorem, rule }] of Object.entries(rules))
  test(`a planted fault is found: ${theorem}`, () => {
    for (const { project, fault, broken } of planted[name as keyof typeof rules]) {
      assert.deepEqual(rule(projectOf(project)), [])
      const subjects = rule(projectOf({ ...project, ...fault })).map(({ subject }) => subject)
      assert.deepEqual([...new Set(subjects)].sort(), [...broken].sort())
    }
  })
