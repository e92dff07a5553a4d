import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, renameSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { bundlePackage } from '../../scripts/bundle.ts'

/** Installs the package in a folder as it would be published; what it depends on is linked. */
export async function installIn(folder: string): Promise<void> {
  const modules = join(folder, 'node_modules')
  mkdirSync(join(modules, '.bin'), { recursive: true })
  for (const name of readdirSync('node_modules'))
    if (!name.startsWith('.')) symlinkSync(resolve('node_modules', name), join(modules, name))
  const packed = execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder])
  const [{ filename }] = JSON.parse(packed.toString()) as [{ filename: string }]
  execFileSync('tar', ['-xzf', join(folder, filename), '-C', folder])
  renameSync(join(folder, 'package'), join(modules, 'admissible'))
  // Here nothing was built again before packing.
  await bundlePackage(join(modules, 'admissible/dist'))
  // As npm does on installing.
  chmodSync(join(modules, 'admissible/dist/cli/main.js'), 0o755)
  symlinkSync('../admissible/dist/cli/main.js', join(modules, '.bin', 'admissible'))
}
