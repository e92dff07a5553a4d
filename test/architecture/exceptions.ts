import type { rules } from './rules.ts'

/** What a rule lets pass, with the reason: one subject, all in a file, or all in a folder. */
export type Exceptions = Readonly<Record<string, string>>

/** What each rule lets pass. A list only becomes shorter: what is needed no more has to go. */
export const exceptions: Readonly<Partial<Record<keyof typeof rules, Exceptions>>> = {
  order: {
    'reports/charts: data → sheet': 'the kinds of observations are declared with the chart',
    'reports: figures → html': 'a figure is drawn with the markup of the page',
    'reports: growth → wording': 'growth.csv holds the sentence',
    'reports: statistics → growth': 'a claim about growth is judged by growth',
    'reports: statistics → wording': 'tables hold claims in words',
    'reports: wording → charts': 'titles of figures are made from their plan',
  },
  circles: {
    'reports/charts/forms/evidence-chart.ts': 'a form and its layers share types',
    'reports/charts/forms/heat-chart.ts': 'a form and its layers share types',
    'reports/charts/forms/strip-chart.ts': 'a form and its layers share types',
    'reports/growth/growth-csv.ts': 'growth.csv holds the sentence',
  },
  exports: {
    'experiments/adversaries/attack/worker.ts': 'a thread: the pool finds what it runs by the default export',
    'experiments/adversaries/explore/worker.ts':
      'a thread: the pool finds what it runs by the default export',
    'experiments/definition/in-page.ts':
      'stands for the experiments in modules in a page; a bundler puts it there',
    'experiments/loading/hooks.ts': 'Node finds the hooks of modules by their names',
    'reports/page/main.ts': 'the script of a page begins here; a bundler imports it',
    'engine/topology/files/': 'readers name the parts of their formats',
    'engine/worst-case/explore/': 'the reduction names its parts',
    'reports/charts/': 'forms name what they draw',
    'reports/growth/': 'growth names what it looks at',
    'reports/wording/': 'captions name their parts',
    'test/': 'helpers name what they give',
  },
  sizes: {
    'engine/worst-case/explore/explore.ts': 'one search with its state',
    'experiments/cluster/coordinator.ts':
      'one conversation with the cluster; all of it shares what is waited for',
    'reports/charts/': 'a chart is a long object',
    'test/engine/claims/check-claims.test.ts': 'a list of claims that are refused',
    'test/engine/claims/latex-reader.ts readLatex': 'a parser with its rules inside',
    'test/engine/executions/mutations.ts mutate': 'a list of mutations',
    'test/helpers/samples.ts': 'a list of samples',
  },
  documented: {
    'engine/worst-case/explore/explore.ts': 'options say themselves what they are',
    'reports/charts/': 'shapes say in their names what they are',
  },
  determinism: {
    'reports/figures/pdf.ts': 'writes the same date, that of the year 1970, into every file',
  },
}
