export { describeService } from './app.ts'
export { startServer } from './start-server.ts'
export type { RunningServer } from './start-server.ts'
