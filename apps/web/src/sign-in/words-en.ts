import type { SignInMessages } from './words-zh.ts'

/** What signing in says, in English. */
export const signInEn: SignInMessages = {
  title: 'Sign in to the desk',
  lead: 'Staff enter here. Whom you look up, what you change and why is written down, and that person can see it.',
  loading: 'Opening…',
  failedTitle: 'No connection',
  failed: 'There is no network, or the service is restarting. Nothing is lost; try again in a moment.',
  retry: 'Try again',
  preparing: 'Preparing the demonstration…',
  preparingLead:
    'The first start registers the invented people of a county in the database. The other pages work already; this one opens by itself.',
  waited: (seconds) => `${seconds} seconds so far`,
  phases: {
    database: 'Opening the database',
    checking: 'Checking every entry',
    registering: 'Registering people and households',
    posts: 'Setting up posts',
    traces: 'Leaving some traces of work',
    opening: 'Opening the desk',
  },
  counted: (done) => `${done} checked so far`,
  countedOf: (done, of) => `${done} of ${of} registered`,
  username: 'User name',
  password: 'Password',
  passwordNext: 'Continue',
  checking: 'Checking…',
  code: 'Code from your authenticator',
  codeHint: 'Open the authenticator on your phone and type its 6 digits. Without the phone, type a backup code.',
  codeSend: 'Sign in',
  other: 'Use another user name',
  setUpTitle: 'First set up your second factor',
  setUpLead:
    'A password alone is not enough: it can be seen or guessed. Scan this code with an authenticator app on your phone.',
  setUpStart: 'Start',
  setUpPassword: 'Your password once more',
  setUpSteps: 'Three steps',
  setUpScan: '1. Scan the code with the authenticator, or type the key:',
  setUpKeep: '2. Write the backup codes down or print them. Each works once; they let you in when the phone is lost:',
  setUpCode: '3. Type the 6 digits the authenticator shows now:',
  setUpDone: 'Done, open the desk',
  qr: 'QR code for the authenticator',
  oidc: { before: 'Sign in with ', after: '' },
  oidcDefault: {
    staff: 'Sign in with the government identity service',
    residents: 'Use your account of the government service platform',
  },
  oidcRefused: {
    failed:
      'The identity service did not let you through, or this sign-in was used already. Try once more, or use the way above.',
    unverified:
      'The platform has not verified who you are or your phone. Finish that there first, or use a code by SMS.',
    'no-number': 'The platform told us no identity or phone number, so we cannot tell who you are. Use a code by SMS.',
    'wrong-region': 'The platform did not say which county you belong to, so nobody was let in. Use a code by SMS.',
    'not-on-file':
      'You are not on file here. You may be on file in another county; if in doubt, ask your township with your identity card.',
    'other-name':
      'Your name on the platform is not the one on file here, so nobody was let in. Use a code by SMS and look at your name.',
    several:
      'Several people share this number, and the platform cannot tell which one you are. Use a code by SMS; it asks.',
  },
  or: 'or',
  cards: 'Demonstration: press a card to sign in as that person',
  cardsLead: 'Everyone here is invented. In real use there are no cards.',
  signOut: 'Sign out',
  expiredTitle: 'Your session has ended',
  expired:
    'Nothing was done for a while, so you were signed out. What you typed is still on this page; sign in and go on.',
  otherUser: 'Another person signed in, so the page was opened afresh.',
  residentHere: 'You are signed in as a resident. The desk is for staff.',
  toMine: 'See my data',
  wrongKind: (name) => `${name}, this page is for residents to see their own data.`,
  toDesk: 'Back to the desk',
}
