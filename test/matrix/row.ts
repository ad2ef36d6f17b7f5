import { randomUUID } from "node:crypto";
import type { Column, World } from "./world";

/** A request in which nothing is wrong but, perhaps, who sends it. */
export interface Attempt {
  /** Values for the path's parameters; the slug is there already. */
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: unknown;
  readonly raw?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface MatrixRow {
  /** `METHOD /path` as the route declares it. */
  readonly route: string;
  /** Which of several cases of one route this is. */
  readonly when?: string;
  /** Statuses in the order anon link outsider viewer commenter editor admin owner tokR tokW. */
  readonly cells: string;
  /** The status of a stakeholder behind a personal link; 404, as nearly everything is to them, where left out. */
  readonly person?: number;
  /** The status of whoever holds the link of a pulse; 404 as well. */
  readonly pulse?: number;
  readonly attempt?: (world: World, who: Column) => Attempt | Promise<Attempt>;
}

// The lines of the authorisation matrix that several routes share.
export const everyone = (status: number) => Array(10).fill(status).join(" ");
export const members = "401 404 404 200 200 200 200 200 200 200";
export const editors = (done: number) =>
  `401 403 404 403 403 ${done} ${done} ${done} 403 ${done}`;
export const librarians = (done: number) =>
  `401 404 404 403 403 ${done} ${done} ${done} 403 ${done}`;
export const admins = (done: number) =>
  `401 404 404 403 403 403 ${done} ${done} 403 403`;
export const owners = (done: number) =>
  `401 404 404 403 403 403 403 ${done} 403 403`;
export const own = (done: number) =>
  `401 401 ${done} ${done} ${done} ${done} ${done} ${done} 403 403`;
export const historians = "401 403 404 200 200 200 200 200 200 200";
/** Whoever may look, with a token too. */
export const watchers = (done: number) =>
  `401 404 404 ${done} ${done} ${done} ${done} ${done} 403 ${done}`;
export const makers = (done: number) =>
  `401 403 404 403 403 403 ${done} ${done} 403 403`;
export const linkers = (done: number) =>
  `401 403 404 403 403 ${done} ${done} ${done} 403 403`;

export const W = "/workspaces/{slug}";
export const J = `${W}/journeys`;

export const freshEmail = () => `${randomUUID()}@matrix.example`;
