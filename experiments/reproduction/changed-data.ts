import { type Cell, InputError } from '../../engine/index.ts'
import type { Manifest } from '../cell/index.ts'
import { dataFilesOf, FileHashes } from '../files/data-files.ts'

/**
 * Of the files that some cells of a sweep were read from, those that have changed since; all files of the sweep, where
 * no cells are given. `folder` is for messages. Throws an InputError that names a file which cannot be read.
 */
export function changedData({ data }: Manifest, folder: string, cells?: readonly Cell[]): string[] {
  const hashes = new FileHashes()
  const paths = cells === undefined ? Object.keys(data) : dataFilesOf(cells)
  return paths.filter((path) => {
    try {
      return hashes.hashOf(path) !== data[path]
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      throw new InputError(
        `${folder} was run on the data file ${path}, and now one ${error.message}; ` +
          'paths of data files start from the folder in which the sweep was run',
      )
    }
  })
}
