import { renderHook, waitFor } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { usePulses } from "./use-pulses";

afterEach(() => vi.unstubAllGlobals());
/** As long as a machine may take that does much else. */
const patience = { timeout: 15_000 };

test("[N06] pulses that were read stay where reading them again fails, until it succeeds", async () => {
  const list = { allowed: true, pulses: [] };
  let isDown = false;
  vi.stubGlobal("fetch", async () =>
    isDown ? new Response(null, { status: 503 }) : Response.json(list),
  );
  const { result } = renderHook(() => usePulses("/pulses", 1));
  await waitFor(() => expect(result.current.list).toEqual(list), patience);
  isDown = true;
  await result.current.read();
  await waitFor(() => expect(result.current.isFailed).toBe(true), patience);
  expect(result.current.list).toEqual(list);
  isDown = false;
  await result.current.read();
  await waitFor(() => expect(result.current.isFailed).toBe(false), patience);
});
