import { figures } from './figures.ts'
import { print } from './print.ts'
import { run } from './run.ts'
import { scheme } from './scheme.ts'
import { tables } from './tables.ts'
import { text } from './text.ts'

/** The looks of the page: an article of one column, wide figures, both colour schemes, print. */
export const style: string = [scheme, text, figures, tables, run, print].join('')
