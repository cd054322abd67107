import type { Command } from './command.ts'

/** The persons and households whose facts a decision about the command needs, sorted: locking in one order. */
export function subjectsOf(command: Command): readonly string[] {
  return [...new Set(named(command))].sort()
}

/** Whom the command is about first of all: whose page tells of it. */
export function mainSubjectOf(command: Command): string {
  return named(command)[0]
}

function named(command: Command): readonly [string, ...string[]] {
  switch (command.kind) {
    case 'open-household':
      return [command.household]
    case 'register-person': {
      const others = [command.household, command.mother, command.father].flatMap((one) =>
        one === null ? [] : [one.id],
      )
      return [command.person, ...others]
    }
    case 'state-fact':
    case 'record-event':
      return [command.person]
    case 'record-tie':
      return [command.person, command.other.id]
    case 'correct-fact':
      return [command.subject]
  }
}
