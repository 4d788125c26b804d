// Builds the client into the folder given as argument, doing only what is out of date. Called by Maven (pom.xml).
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const home = dirname(fileURLToPath(import.meta.url))
const output = process.argv[2]
const log = (text) => console.log(`[web] ${text}`)
const npm = (...words) => execFileSync('npm', words, { cwd: home, stdio: 'inherit' })

const [major, minor] = process.versions.node.split('.').map(Number)
if (!((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22)) {
  console.error(
    `[web] Node.js ${process.versions.node} 太旧，需要 ^20.19 或 >=22.12；或用 -Dweb.skip=true 只构建后端。 / ` +
      `Node.js ${process.versions.node} is too old, ^20.19 or >=22.12 is needed; -Dweb.skip=true builds the server alone.`,
  )
  process.exit(1)
}

const files = (path) =>
  !existsSync(path)
    ? []
    : statSync(path).isFile()
      ? [path]
      : readdirSync(path, { recursive: true })
          .map((name) => join(path, name))
          .filter((file) => statSync(file).isFile())

function hash(names) {
  const sum = createHash('sha256').update(process.versions.node)
  for (const file of names.flatMap((name) => files(join(home, name))).sort())
    sum.update(file).update(readFileSync(file))
  return sum.digest('hex')
}

/** Makes the result unless it is there and the stamp says that it was made of exactly this. */
function once(result, stamp, value, work) {
  if (existsSync(result) && existsSync(stamp) && readFileSync(stamp, 'utf8') === value) return
  work()
  writeFileSync(stamp, value)
}

function compress() {
  for (const file of files(output).filter((name) => /\.(js|css|html|svg|json)$/.test(name))) {
    const content = readFileSync(file)
    if (content.length < 1024) continue
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }))
    writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
  }
}

const modules = join(home, 'node_modules')
once(modules, join(modules, '.hengwei-stamp'), hash(['package.json', 'package-lock.json']), () => {
  log('正在安装依赖（约一两分钟） / installing packages (a minute or two)')
  npm('ci', '--no-audit', '--no-fund')
})

if (output) {
  const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'tsconfig.json', 'package-lock.json']
  once(output, join(home, 'target/web.stamp'), hash(sources), () => {
    log('正在构建界面 / building the client')
    npm('run', '--silent', 'build', '--', '--outDir', output, '--emptyOutDir', '--logLevel', 'warn')
    compress()
  })
}
