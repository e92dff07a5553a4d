import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { AnyAlgorithm, Cell } from '../../engine/index.ts'
import type { Manifest } from '../../experiments/cell/manifest.ts'
import { flatRow, type Row } from '../../experiments/cell/row.ts'
import { runCell } from '../../experiments/cell/run-cell.ts'
import { readFile } from '../../experiments/index.ts'
import { type TravelRow, travelScript } from '../../reports/page/index.ts'
import { makeAlgorithm, makeManifest } from './samples.ts'
import { algorithmNamed, builder } from './travel-cells.ts'

/** The row that a sweep writes of a cell. */
export const sweepRow = (cell: Cell): Row =>
  runCell(algorithmNamed(cell.algorithm), cell, { experiment: 'sample', budget: {}, builder })

/** The manifest of a sweep with these rows; `modules` are users' modules by the names of their algorithms. */
export function manifestOf(rows: readonly Row[], modules: Readonly<Record<string, string>> = {}): Manifest {
  const names = [...new Set(rows.map(({ algorithm }) => algorithm)), ...Object.keys(modules)]
  return makeManifest(
    rows,
    [...new Set(names)].map((name) => ({ ...makeAlgorithm(name, name), module: modules[name] ?? null })),
  )
}

/** What the report gives to the door of a row. */
export const travelRow = (row: Row, number = 1): TravelRow => ({
  row: number,
  columns: flatRow(row),
  command: `admissible simulate ${row.algorithm}`,
})

/** The address of a page with nothing but the script and a place for the run. */
export async function writePage(folder: string, manifest: Manifest): Promise<string> {
  const path = join(folder, 'page.html')
  const script = await travelScript(manifest, readFile)
  writeFileSync(
    path,
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>A run</title>
<style>:root{color-scheme:light dark}body{background:light-dark(#fff,#161616);color:light-dark(#1a1a1a,#e8e6e3);--paper:light-dark(#fff,#161616);--muted:light-dark(#5c5c5c,#a8a5a0)}</style>
<main><h1>A run</h1><h2>Its execution</h2><div id="place"></div></main><script>${script}</script></html>`,
  )
  return pathToFileURL(path).href
}

/** Networks that suit an algorithm. */
export function networksFor({ requires }: AnyAlgorithm): readonly (readonly [string, number])[] {
  const [shape] = [requires.shape].flat()
  if (shape === 'ring') return [['ring', 16]]
  if (shape === 'complete') return [['complete', 12]]
  if (shape === 'hypercube') return [['hypercube', 16]]
  if (shape === 'tree') return [['balanced-tree', 15]]
  return [
    ['gnp:degree=4', 24],
    ['torus', 16],
    ['balanced-tree', 15],
  ]
}
