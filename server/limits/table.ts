import { env } from "@/server/env";

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** Every limit that is counted over time: how often, and in how many seconds. */
const table = {
  signInAccount: {
    points: () => env.LIMIT_SIGN_IN_PER_ACCOUNT,
    seconds: 15 * minute,
  },
  signInAddress: {
    points: () => env.LIMIT_SIGN_IN_PER_ADDRESS,
    seconds: 15 * minute,
  },
  signUpAddress: {
    points: () => env.LIMIT_SIGN_UP_PER_ADDRESS,
    seconds: 3 * hour,
  },
  resetAccount: { points: () => env.LIMIT_RESET_PER_ACCOUNT, seconds: hour },
  resetAddress: { points: () => env.LIMIT_RESET_PER_ADDRESS, seconds: hour },
  inviteWorkspace: {
    points: () => env.LIMIT_INVITE_PER_WORKSPACE,
    seconds: hour,
  },
  inviteEmail: { points: () => env.LIMIT_INVITE_PER_EMAIL, seconds: day },
  uploadUser: { points: () => env.LIMIT_UPLOAD_PER_MINUTE, seconds: minute },
  importUser: { points: () => env.LIMIT_IMPORTS_PER_HOUR, seconds: hour },
  importReadUser: {
    points: () => env.LIMIT_IMPORT_READS_PER_HOUR,
    seconds: hour,
  },
  shareGuessAddress: {
    points: () => env.LIMIT_SHARE_GUESSES_PER_MINUTE,
    seconds: minute,
  },
  personGuessAddress: {
    points: () => env.LIMIT_PERSON_TRIES_PER_MINUTE,
    seconds: minute,
  },
  personLink: { points: () => env.LIMIT_PERSON_PER_MINUTE, seconds: minute },
  personMailWorkspace: {
    points: () => env.LIMIT_PERSON_MAILS_PER_HOUR,
    seconds: hour,
  },
  personMailEmail: {
    points: () => env.LIMIT_PERSON_MAILS_PER_EMAIL,
    seconds: day,
  },
  commentUser: { points: () => env.LIMIT_COMMENT_PER_MINUTE, seconds: minute },
  pulseGuessAddress: {
    points: () => env.LIMIT_PULSE_TRIES_PER_MINUTE,
    seconds: minute,
  },
  pulseAnswerAddress: {
    points: () => env.LIMIT_PULSE_PER_ADDRESS,
    seconds: 10 * minute,
  },
  pulseAnswers: {
    points: () => env.LIMIT_PULSE_PER_HOUR,
    seconds: hour,
  },
  apiToken: { points: () => env.LIMIT_API_PER_MINUTE, seconds: minute },
  denialAddress: {
    points: () => env.LIMIT_DENIALS_PER_MINUTE,
    seconds: minute,
  },
} as const satisfies Record<string, { points: () => number; seconds: number }>;

export type LimitName = keyof typeof table;

/** What a limit allows: `points` in `seconds`. */
export const limitOf = (name: LimitName) => ({
  points: table[name].points(),
  seconds: table[name].seconds,
});
