import { can } from "@/lib/access/can";
import type { FileObject } from "@/server/db/generated/client";
import { findFile } from "@/server/queries/files";
import { readDocument } from "@/server/sync/door";
import type { OpenLink } from "./find-link";
import { filesOf, readSharedNames, sharedView } from "./shared-view";

/** A page asks for all its pictures at once: one reading of the map answers them. */
const keptMs = 2_000;

/** Which files links show, for as long as a page takes to load. */
export class SharedFiles {
  private readonly shown = new Map<string, Promise<ReadonlySet<string>>>();

  /** A file that the view of a link shows and that is its journey's own; null for any other. */
  async find(link: OpenLink, fileId: string): Promise<FileObject | null> {
    if (!(await this.shownBy(link)).has(fileId)) return null;
    const { id: linkId, workspaceId, journeyId } = link;
    const file = await findFile({ workspaceId, fileId });
    const visitor = { kind: "link", linkId, journeyId } as const;
    return file && can(visitor, "file:read", file) ? file : null;
  }

  private shownBy(link: OpenLink): Promise<ReadonlySet<string>> {
    const found = this.shown.get(link.id);
    if (found) return found;
    const read = this.read(link);
    this.shown.set(link.id, read);
    const forget = () => this.shown.delete(link.id);
    read.then(() => setTimeout(forget, keptMs).unref(), forget);
    return read;
  }

  private async read(link: OpenLink): Promise<ReadonlySet<string>> {
    const [{ map }, names] = await Promise.all([
      readDocument(link.journeyId),
      readSharedNames(link),
    ]);
    return filesOf(sharedView(map, link, names));
  }
}
