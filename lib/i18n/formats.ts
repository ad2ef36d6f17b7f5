/** The ways in which dates and numbers are written; `Intl` fills in the language. */
export const formats = {
  dateTime: {
    day: { day: "numeric", month: "short", year: "numeric" },
    dayShort: { day: "numeric", month: "short" },
    time: { hour: "2-digit", minute: "2-digit" },
    exact: { dateStyle: "long", timeStyle: "short" },
  },
  number: {
    whole: { maximumFractionDigits: 0 },
    share: { style: "percent", maximumFractionDigits: 1 },
  },
} as const;
