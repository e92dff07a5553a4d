/** All instances of a kind, each once up to renaming its processors. */

export * from './connected-graphs.ts'
export * from './smaller.ts'
export * from './variations.ts'
