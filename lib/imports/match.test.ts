import { expect, test } from "vitest";
import { matchTouchpoints } from "./match";

test("keys find touchpoints of the same words, and none where two would fit", () => {
  const touchpoints = [
    { id: "1", title: "Warenkorb" },
    { id: "2", title: "Live-Chat" },
    { id: "3", title: "Delivery address" },
    { id: "4", title: "Billing address" },
    { id: "5", title: "Rückgabe" },
    { id: "6", title: "Log in" },
  ];
  const keys = [
    "1. warenkorb",
    "live chat",
    "/checkout/delivery-address",
    "address",
    "Ruckgabe",
    "login",
    "in",
    "",
  ];
  expect([...matchTouchpoints(keys, touchpoints)]).toEqual([
    ["1. warenkorb", "1"],
    ["live chat", "2"],
    ["/checkout/delivery-address", "3"],
    ["Ruckgabe", "5"],
    ["login", "6"],
  ]);
});
