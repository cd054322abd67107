import type { Command } from '../command.ts'
import { audit } from './audit.ts'
import { backup } from './backup.ts'
import { caseCommand } from './case.ts'
import { check } from './check.ts'
import { coverage } from './coverage.ts'
import { diff } from './diff.ts'
import { diffPlans } from './diff-plans.ts'
import { entitlements } from './entitlements.ts'
import { evalReader } from './eval-reader.ts'
import { explain } from './explain.ts'
import { keys } from './keys.ts'
import { places } from './places.ts'
import { procedure } from './procedure.ts'
import { project } from './project.ts'
import { read } from './read.ts'
import { restore } from './restore.ts'
import { schema } from './schema.ts'
import { serve } from './serve.ts'
import { staff } from './staff.ts'
import { synth } from './synth.ts'
import { upgrade } from './upgrade.ts'

/** Every command, in the order the help lists them. */
export const commands: readonly Command[] = [
  entitlements,
  places,
  explain,
  procedure,
  caseCommand,
  diff,
  coverage,
  check,
  read,
  diffPlans,
  evalReader,
  project,
  synth,
  schema,
  serve,
  staff,
  audit,
  backup,
  keys,
  restore,
  upgrade,
]
