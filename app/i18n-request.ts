import { getRequestConfig } from "next-intl/server";
import { formats } from "@/lib/i18n/formats";
import { loadMessages } from "@/lib/i18n/messages";
import { viewer } from "./viewer";

// The language is the person's, not the address's: a link means the same page to everyone.
export default getRequestConfig(async () => {
  const { locale } = await viewer();
  return {
    locale,
    formats,
    messages: await loadMessages(locale),
    // Dates are stored in UTC; components/workspace/local-time.tsx shows them in the browser's zone.
    timeZone: "UTC",
    now: new Date(),
  };
});
