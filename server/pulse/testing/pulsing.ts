import { randomUUID } from "node:crypto";
import type { PulseInfo } from "@/lib/api/pulses";
import type { EvidenceList, EvidenceSummary } from "@/lib/api/evidence";
import { prisma } from "@/server/db/prisma";
import { closeLimits } from "@/server/limits/stores";
import type { Principal, TestApp } from "@/test/app";
import type { World } from "@/test/matrix/world";

const base = "/workspaces/acme";

/** A pulse as its test sees it. */
export interface Asking {
  readonly journeyId: string;
  readonly touchpointId: string;
  readonly pulse: PulseInfo;
  readonly token: string;
  readonly path: string;
}

/** What the tests of pulses do again and again. */
export class Pulsing {
  constructor(
    readonly app: TestApp,
    readonly world: World,
  ) {}

  async forgetLimits(): Promise<void> {
    await prisma().rateLimit.deleteMany();
    closeLimits();
  }

  /** A map whose rows know its touchpoint, and a pulse about it. */
  async ask(
    more: object = {},
    maker: Principal = this.app.people.editor,
  ): Promise<Asking> {
    const { journeyId, touchpointId, stakeholderId } = await this.world.map();
    const role = "responsible";
    const owned = { journeyId, touchpointId, stakeholderId, role };
    await maker.send("POST", `${base}/owners`, { changes: [owned] });
    return this.askAbout({ journeyId, touchpointId }, more, maker);
  }

  async askAbout(
    at: { journeyId: string; touchpointId: string },
    more: object = {},
    maker: Principal = this.app.people.editor,
  ): Promise<Asking> {
    const { journeyId, touchpointId } = at;
    const path = `${base}/journeys/${journeyId}/pulses`;
    const made = await maker.send("POST", path, {
      audience: "customers",
      touchpointIds: [touchpointId],
      locale: "en",
      ...more,
    });
    if (made.status !== 201) throw new Error(await made.text());
    const pulse = (await made.json()) as PulseInfo;
    const token = pulse.url?.split("/q/")[1] ?? "";
    return {
      journeyId,
      touchpointId,
      pulse,
      token,
      path: `${base}/pulses/${pulse.id}`,
    };
  }

  /** One answer, by whoever holds the link. */
  answer(
    { token, touchpointId }: Asking,
    said: { face?: number; comment?: string; key?: string } = {},
    ip?: string,
  ): Promise<Response> {
    const body = { touchpointId, key: randomUUID(), face: 4, ...said };
    return this.app.request(
      "/pulse/answers",
      {
        method: "PUT",
        body: JSON.stringify(body),
        headers: {
          authorization: `Bearer ${token}`,
          "content-type": "application/json",
        },
      },
      ip,
    );
  }

  async answers(asking: Asking, faces: readonly number[]): Promise<void> {
    for (const face of faces) {
      const { status } = await this.answer(asking, { face });
      if (status !== 204) throw new Error(`an answer was refused: ${status}`);
    }
  }

  async info({ path }: Asking): Promise<PulseInfo> {
    const found = await this.app.people.viewer.fetch(path);
    return (await found.json()) as PulseInfo;
  }

  /** The evidence that members see at the touchpoint. */
  async evidence({ journeyId, touchpointId }: Asking) {
    const found = await this.app.people.viewer.fetch(
      `${base}/evidence?journey=${journeyId}&touchpoint=${touchpointId}`,
    );
    return ((await found.json()) as EvidenceList).evidence;
  }

  async groups({ journeyId }: Asking) {
    const found = await this.app.people.viewer.fetch(
      `${base}/journeys/${journeyId}/evidence`,
    );
    return ((await found.json()) as EvidenceSummary).groups;
  }
}
