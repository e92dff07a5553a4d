/**
 * Writes the catalogue of algorithms into its page.
 *
 *     node dist/scripts/write-catalogue.js
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { page, withCatalogue } from './catalogue.ts'

writeFileSync(page, await withCatalogue(readFileSync(page, 'utf8')))
