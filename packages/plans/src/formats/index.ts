export { fileProblem } from './file-problem.ts'
export type { FileProblem } from './file-problem.ts'
export { largestFile, readFile } from './read-file.ts'
export type { FileFormat, FileText } from './read-file.ts'
