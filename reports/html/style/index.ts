import { themes } from '../../themes/index.ts'
import { recolour } from './dark-drawing.ts'
import { figures } from './figures.ts'
import { print } from './print.ts'
import { run } from './run.ts'
import { onDark, scheme } from './scheme.ts'
import { tables } from './tables.ts'
import { text } from './text.ts'

/** The looks of the page: an article of one column, wide figures, both colour schemes, print. */
export const style: string = [
  scheme,
  text,
  figures,
  onDark(recolour(themes.blog, themes['blog-dark'])),
  tables,
  run,
  print,
].join('')
