import type { PostsMessages } from './words-zh.ts'

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`

/** What the pages about posts and users say, in English. */
export const postsEn: PostsMessages = {
  title: 'Posts and gaps',
  lead: 'Each township has one or two named workers and each village one. Posts without anyone come first.',
  gaps: (townships, villages) =>
    townships + villages === 0
      ? 'Every post is filled.'
      : `Nobody in ${[
          townships > 0 ? count(townships, 'township', 'townships') : '',
          villages > 0 ? count(villages, 'village', 'villages') : '',
        ]
          .filter(Boolean)
          .join(' and ')}`,
  totals: (townships, villages) =>
    `${count(townships, 'township', 'townships')}, ${count(villages, 'village', 'villages')} in all`,
  onlyGaps: 'Gaps only',
  township: 'Township',
  villages: 'Villages',
  townshipPosts: 'Posts of the township',
  villageGaps: (n, all) => (n === 0 ? `all ${all} villages filled` : `${n} of ${all} villages without anyone`),
  vacant: 'nobody',
  noPost: 'no post',
  since: (day) => `since ${day}`,
  standsIn: (to) => `stands in until ${to}`,
  unfold: (name) => `Villages of ${name}`,
  assign: 'Appoint',
  replace: 'Replace',
  substituteAct: 'Substitute',
  assignTo: (post) => `Appoint: ${post}`,
  who: 'Who',
  choose: 'Choose',
  from: 'From',
  to: 'Until (not including)',
  save: 'Appoint',
  saveSubstitute: 'Appoint a substitute',
  end: 'End on this day, leave it open',
  cancel: 'Leave it',
  done: (name) => `${name} was appointed.`,
  ended: 'The post is open.',
  units: 'Posts of departments',
  unit: 'Unit',
  post: 'Post',
  holder: 'Holder',
  empty: 'No townships or villages yet. Each post appears here once the regions are imported.',
  noneWithGap: 'No gaps.',
  users: 'Users',
  usersLead: 'Accounts of staff. An account alone shows nobody; that takes a post, given on the page “Posts”.',
  name: 'Name',
  username: 'User name',
  usernameHint: 'Letters and digits, for signing in',
  phone: 'Phone',
  add: 'Add',
  addTitle: 'Add a member of staff',
  added: (name) => `${name} has an account now.`,
  onceOnly: 'Password for the first sign-in (shown this once; hand it over in person):',
  reset: 'Reset password and authenticator',
  resetOf: (name) => `Reset password and authenticator: ${name}`,
  resetDone: (name) => `Password and authenticator of ${name} were reset; earlier sessions have ended.`,
  optional: 'may be left empty',
  userPosts: 'Posts',
  findUser: 'Find by name, user name, post or place',
  usersShown: (shown, all) => (shown === all ? `${all} people` : `${shown} of ${all} people`),
  subject: 'Account of the identity service',
  subjectHint: 'Optional; with it they can sign in by the identity service',
}
