import { randomBytes } from "node:crypto";
import { audit, type Caller } from "@/server/audit";
import { isUniqueViolation, prisma } from "@/server/db/prisma";
import { AppError } from "@/server/errors";
import { fillWorkspace } from "./fill-workspace";
import { linkStakeholder } from "./link-stakeholder";

const maxSlugLength = 40;
const attempts = 5;

/** A name as an address has it; one that leaves nothing becomes a word. */
function slugOf(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replaceAll("ß", "ss")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/['’]/g, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, maxSlugLength)
    .replaceAll(/^-+|-+$/g, "");
  return plain === "" ? "workspace" : plain;
}

/** A slug must not read like an id: doors take either. */
const withSuffix = (slug: string, attempt: number) =>
  attempt === 0 ? slug : `${slug}-${randomBytes(3).toString("hex")}`;

export interface NewWorkspace {
  readonly caller: Caller;
  readonly userId: string;
  readonly name: string;
  readonly locale: string;
}

async function createRows(input: NewWorkspace, slug: string) {
  const { userId, name, locale } = input;
  return prisma().$transaction(async (tx) => {
    const workspace = await tx.workspace.create({
      data: { slug, name, locale },
    });
    await tx.membership.create({
      data: { workspaceId: workspace.id, userId, role: "owner" },
    });
    await linkStakeholder({ workspaceId: workspace.id, userId }, tx);
    await audit(
      {
        caller: input.caller,
        workspaceId: workspace.id,
        action: "workspace:create",
        subject: { kind: "workspace", id: workspace.id },
      },
      tx,
    );
    return workspace;
  });
}

/** Makes a workspace with its maker as owner, the built-in channels and a sample map to look at. */
export async function createWorkspace(input: NewWorkspace): Promise<{
  readonly ok: true;
  readonly workspaceId: string;
  readonly slug: string;
}> {
  const slug = slugOf(input.name);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    try {
      const made = await createRows(input, withSuffix(slug, attempt));
      await fillWorkspace({
        workspaceId: made.id,
        actor: {
          kind: "member",
          userId: input.userId,
          role: "owner",
          workspaceId: made.id,
        },
        locale: input.locale,
      });
      return { ok: true, workspaceId: made.id, slug: made.slug };
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
  }
  throw new AppError("impossible", `no free address for ${slug}`);
}
