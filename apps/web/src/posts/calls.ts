import { answerOf, type Schemas, service } from '../api/service.ts'

export type PostsOverview = Schemas['Posts']
export type TownshipRow = PostsOverview['townships'][number]
export type PostRow = Schemas['PostRow']
export type StaffUser = Schemas['Users']['users'][number]

const at = (id: string) => ({ path: { id } })

export const fetchPosts = () => answerOf(service.GET('/api/staff/posts'))
export const fetchUsers = () => answerOf(service.GET('/api/staff/users'))
export const assign = (post: string, user: string, from: string) =>
  answerOf(service.POST('/api/staff/posts/{id}/holder', { params: at(post), body: { user, from } }))
export const endHolding = (post: string, on: string) =>
  answerOf(service.DELETE('/api/staff/posts/{id}/holder', { params: at(post), body: { on } }))
export const substitute = (post: string, term: { readonly user: string; readonly from: string; readonly to: string }) =>
  answerOf(service.POST('/api/staff/posts/{id}/substitute', { params: at(post), body: term }))
export const addUser = (user: { readonly name: string; readonly username: string; readonly phone?: string }) =>
  answerOf(service.POST('/api/staff/users', { body: user }))
export const resetUser = (id: string) => answerOf(service.POST('/api/staff/users/{id}/reset', { params: at(id) }))
