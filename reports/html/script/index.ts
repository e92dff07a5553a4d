/** What the page can do beside being read. Without this script all of it can be read. */

import { button } from '../../page/view/dom.ts'
import type { PageData } from '../data/page-data.ts'
import { copyButton } from './copy.ts'
import { followFolds } from './folds.ts'
import { Plot } from './plot.ts'
import { RunDialog } from './run-dialog.ts'
import { Runs } from './runs.ts'
import { addSchemeButton } from './scheme.ts'
import { enhanceTable } from './tables.ts'

const data = JSON.parse(document.getElementById('admissible-data')!.textContent!) as PageData
const runs = new Runs(data)
const dialog = new RunDialog(runs)

addSchemeButton(document.querySelector('body > header')!)
for (const table of document.querySelectorAll('table')) enhanceTable(table)
for (const figure of document.querySelectorAll('figure')) {
  const targets = data.charts[figure.id]
  const plot = figure.querySelector<HTMLElement>('.plot')
  const title = figure.dataset.title ?? figure.id
  if (targets !== undefined && plot !== null) new Plot(plot, title, targets, runs, (run) => dialog.open(run))
}
for (const code of document.querySelectorAll<HTMLElement>('code[data-row]')) {
  const run = runs.numbered(Number(code.dataset.row))
  if (run !== null)
    code.after(
      ' ',
      button('Open', () => dialog.open(run), `Open row ${run.row}`),
    )
}
for (const pre of document.querySelectorAll('pre'))
  pre.before(copyButton('this', () => pre.textContent ?? ''))
followFolds()
dialog.openLinked()
addEventListener('hashchange', () => dialog.openLinked())
