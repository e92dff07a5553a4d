import type { Manifest } from '../../experiments/cell/index.ts'
import type { Table } from './table.ts'

/**
 * datapackage.json, as text: which tables there are and what their columns mean, for programs that read a Frictionless
 * Tabular Data Package (https://specs.frictionlessdata.io/tabular-data-package).
 */
export function dataPackage({ experiment }: Manifest, tables: readonly Table[]): string {
  const description = {
    profile: 'tabular-data-package',
    name: experiment.name.toLowerCase(),
    title: experiment.title,
    description: experiment.question,
    resources: tables.map(({ name, description, fields }) => ({
      profile: 'tabular-data-resource',
      name,
      description,
      path: `${name}.csv`,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect: { delimiter: ',', lineTerminator: '\n', quoteChar: '"', doubleQuote: true, header: true },
      schema: { fields, missingValues: [''] },
    })),
  }
  return `${JSON.stringify(description, null, 2)}\n`
}
