export { describeService } from './app.ts'
export { readContents, serveContents, startServer } from './start-server.ts'
export type { Contents, RunningServer } from './start-server.ts'
