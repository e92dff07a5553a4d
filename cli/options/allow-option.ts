import { Option } from 'commander'
import { collect } from './specs.ts'

/** Whose code a file that was received may run. */
export interface AllowOption {
  readonly allow?: readonly string[]
}

/** `--allow`: without it, a file runs nothing but the algorithms of the catalogue. */
export const allowOption = (): Option =>
  new Option(
    '--allow <path>',
    'a module, or a folder of modules, of your own that may run if the file names it; may be given several times',
  ).argParser(collect)
