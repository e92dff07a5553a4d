/** Steps in another order, which nobody who takes them can tell. */

export * from './few-sessions.ts'
