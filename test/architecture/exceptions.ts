import type { rules } from './rules.ts'

/** What a rule lets pass, with the reason: one subject, all in a file, or all in a folder. */
export type Exceptions = Readonly<Record<string, string>>

/** What each rule lets pass. A list only becomes shorter: what is needed no more has to go. */
export const exceptions: Readonly<Partial<Record<keyof typeof rules, Exceptions>>> = {
  exports: {
    'experiments/adversaries/attack/worker.ts': 'a thread: the pool finds what it runs by the default export',
    'experiments/adversaries/resilience/worker.ts':
      'a thread: the pool finds what it runs by the default export',
    'experiments/adversaries/explore/worker.ts':
      'a thread: the pool finds what it runs by the default export',
    'experiments/definition/in-page.ts':
      'stands for the experiments in modules in a page; a bundler puts it there',
    'experiments/loading/hooks.ts': 'Node finds the hooks of modules by their names',
    'reports/page/main-shared.ts':
      'the script of a page about shared memory begins here; a bundler imports it',
  },
  sizes: {
    'experiments/cluster/coordinator.ts':
      'one conversation with the cluster; all of it shares what is waited for',
    'test/engine/claims/check-claims.test.ts': 'a list of claims that are refused',
    'test/engine/formula/latex-reader.ts readLatex': 'a parser with its rules inside',
    'test/engine/executions/mutations.ts mutate': 'a list of mutations',
    'test/helpers/samples.ts': 'a list of samples',
  },
  determinism: {
    'engine/outside.ts': 'notes which algorithms ask for the time; no result depends on it',
    'reports/figures/pdf.ts': 'writes the same date, that of the year 1970, into every file',
  },
}
