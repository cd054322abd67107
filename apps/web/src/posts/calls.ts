import type { Text } from '@junheng/rules'
import { ask } from '../api/ask.ts'

export interface PostRow {
  readonly id: string
  readonly kind: string
  readonly title: Text
  readonly holder: { readonly id: string; readonly name: string; readonly since: string } | null
  readonly substitute: { readonly id: string; readonly name: string; readonly from: string; readonly to: string } | null
}

export interface VillageRow {
  readonly code: string
  readonly name: Text
  readonly posts: readonly PostRow[]
  readonly gap: boolean
}

export interface TownshipRow {
  readonly code: string
  readonly name: Text
  readonly posts: readonly PostRow[]
  readonly gap: number
  readonly villages: readonly VillageRow[]
}

export interface UnitRow {
  readonly id: string
  readonly name: Text
  readonly posts: readonly PostRow[]
}

export interface PostsOverview {
  readonly townships: readonly TownshipRow[]
  readonly units: readonly UnitRow[]
  readonly totals: {
    readonly townshipsWithGap: number
    readonly villagesWithGap: number
    readonly villages: number
    readonly townships: number
  }
}

export interface StaffUser {
  readonly id: string
  readonly name: string
  readonly username: string
}

export const fetchPosts = () => ask<PostsOverview>('GET', '/api/staff/posts')
export const fetchUsers = () => ask<{ readonly users: readonly StaffUser[] }>('GET', '/api/staff/users')
export const assign = (post: string, user: string, from: string) =>
  ask<unknown>('POST', `/api/staff/posts/${post}/holder`, { user, from })
export const endHolding = (post: string, on: string) =>
  ask<unknown>('DELETE', `/api/staff/posts/${post}/holder`, { on })
export const substitute = (
  post: string,
  { user, from, to }: { readonly user: string; readonly from: string; readonly to: string },
) => ask<unknown>('POST', `/api/staff/posts/${post}/substitute`, { user, from, to })
export const addUser = (user: { readonly name: string; readonly username: string; readonly phone?: string }) =>
  ask<{ readonly password?: string }>('POST', '/api/staff/users', user)
export const resetUser = (id: string) => ask<{ readonly password?: string }>('POST', `/api/staff/users/${id}/reset`)
