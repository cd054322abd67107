import { spawn } from 'node:child_process'

/**
 * Runs a command to its end and rejects when it fails.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, heartbeat?: boolean, quiet?: boolean, minutes?: number }} [options]
 *   `heartbeat` prints a dot every five seconds so that a long silence is not taken for a hang;
 *   `quiet` keeps the output back unless the command fails; `minutes` is the longest it may take.
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: options.quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    })
    let kept = ''
    child.stdout?.on('data', (data) => (kept += data))
    child.stderr?.on('data', (data) => (kept += data))
    const beat = options.heartbeat ? setInterval(() => process.stdout.write('.'), 5000) : undefined
    const limit = options.minutes ? setTimeout(() => child.kill('SIGKILL'), options.minutes * 60_000) : undefined
    const finish = (error) => {
      clearInterval(beat)
      clearTimeout(limit)
      if (error === undefined) return resolve(kept)
      if (kept) process.stdout.write(kept)
      reject(error)
    }
    child.on('error', finish)
    child.on('close', (code, signal) =>
      finish(code === 0 ? undefined : new Error(`${command} ${args.join(' ')} ended with ${signal ?? code}`)),
    )
  })
}
