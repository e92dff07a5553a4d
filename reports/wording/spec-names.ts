/** A spec such as `gnp:degree=8` taken apart; a bare value stands under the key ''. */
interface Spec {
  readonly name: string
  readonly parameters: ReadonlyMap<string, string>
}

function takeApart(spec: string): Spec {
  const colon = spec.indexOf(':')
  if (colon < 0) return { name: spec, parameters: new Map() }
  const parameters = spec
    .slice(colon + 1)
    .split(',')
    .map((part): [string, string] => {
      const equals = part.indexOf('=')
      return equals < 0 ? ['', part] : [part.slice(0, equals), part.slice(equals + 1)]
    })
  return { name: spec.slice(0, colon), parameters: new Map(parameters) }
}

/** What people call the families, where it is not the name with a capital letter. */
const topologyTitles: Readonly<Record<string, string>> = {
  gnp: 'G(n, p)',
  gnm: 'G(n, m)',
  'barabasi-albert': 'Barabási–Albert',
  'watts-strogatz': 'Watts–Strogatz',
  'complete-bipartite': 'Complete bipartite',
}

/** What people call all networks, delays or wake-ups of one family, whatever their parameters. */
export const familyName = (name: string): string =>
  topologyTitles[name] ?? delayTitles[name] ?? name.replaceAll('-', ' ')

/** A topology as a panel's header names it: “Ring”, “G(n, p), mean degree 8”, “3-dimensional torus”. */
export function topologyName(spec: string): string {
  const { name, parameters } = takeApart(spec)
  if (name === 'file') return fileName(parameters)
  const left = new Map(parameters)
  const take = (key: string) => {
    const value = left.get(key)
    left.delete(key)
    return value
  }
  const dimensions = take('dimensions')
  let title = topologyTitles[name] ?? capitalised(name)
  if (dimensions !== undefined) title = `${dimensions}-dimensional ${name}`
  const degree = take('degree') ?? (spec === 'gnp' ? '8' : undefined)
  if (degree !== undefined) title += `, ${name === 'gnp' ? 'mean degree' : 'degree'} ${degree}`
  if (take('oriented') === 'no') title += ', not oriented'
  return title + listed(left)
}

/** The name of the file without its folder and ending, then whatever else was asked for. */
function fileName(parameters: ReadonlyMap<string, string>): string {
  const { '': bare, path = bare ?? '', ...others } = Object.fromEntries(parameters)
  const base = path
    .replace(/^.*[/\\]/, '')
    .replace(/(?<=.)(\.(txt|csv|tsv|gml|graphml|mtx|edges|xml|gz))+$/i, '')
  return (base === '' ? path : base) + listed(new Map(Object.entries(others)))
}

const delayTitles: Readonly<Record<string, string>> = { pareto: 'Pareto', 'log-normal': 'log-normal' }

/** A delay distribution as a sentence names it: “uniform on (0.2, 1]”, “Pareto, shape 2”. */
export function delayName(spec: string): string {
  const { name, parameters } = takeApart(spec)
  if (name === 'constant' && parameters.size === 0) return 'constant'
  if (name === 'uniform') return `uniform on (${parameters.get('min') ?? 0}, ${parameters.get('max') ?? 1}]`
  if (name === 'file' || name === 'matrix' || name === 'table') return `measured, ${fileName(parameters)}`
  return (delayTitles[name] ?? name.replaceAll('-', ' ')) + listed(parameters)
}

/** A rule for waking up: “all wake at time 0”. */
export function wakeUpName(spec: string): string {
  const { name, parameters } = takeApart(spec)
  if (name === 'all' && parameters.size === 0) return 'all wake at time 0'
  if (name === 'root') return 'the root alone wakes'
  return `wake-up ${name.replaceAll('-', ' ')}${listed(parameters)}`
}

const inputTitles: Readonly<Record<string, string>> = { ids: 'identifiers', ports: 'channel numbers' }

/** A choice of inputs: “random identifiers”, “worst identifiers”, “root centre”. */
export function inputsName(spec: string): string {
  if (spec === 'random' || spec === '') return 'random identifiers'
  const parts = spec.split(',').map((part) => {
    const [key = '', value = ''] = part.split('=')
    if (key === 'root' || key === 'values') return `${key} ${value}`
    return `${value} ${inputTitles[key] ?? key}`.trim()
  })
  return parts.join(', ')
}

function listed(parameters: ReadonlyMap<string, string>): string {
  return [...parameters]
    .map(([key, value]) =>
      `, ${key.replaceAll('-', ' ')}${key.length === 1 ? ' =' : ''} ${value}`.replace('  ', ' '),
    )
    .join('')
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ')
}
