import type { TimeUnit } from "./contract";
import type { ColumnLook } from "./look";

/** Words in the names of columns, in English, Dutch, German and French, by which one knows what stands in them. */
const names = {
  touchpoint:
    /touch ?point|contactmoment|kontaktpunkt|point de contact|^(step|stap|schritt|étape|task|stage|fase|phase|page|pagina|seite|url|screen)$|page path|event name|(^| )tags?$|labels?$|ticket type|ticket subject|^(topic|onderwerp|thema|sujet|category|categorie|kategorie|catégorie)$/,
  channel: /channel|kanaal|kanal$|^canal|^via$|^source$|^medium$/,
  segment:
    /segment|persona|doelgroep|zielgruppe|^(age|leeftijd|alter|âge)|age category|gender|geslacht|geschlecht|^(country|land|pays)|language|taal|sprache|langue|device|customer type|klanttype|kundentyp/,
  weight: /^(weight|gewicht|gewichtung|poids|weging|wegingsfactor)$/,
} as const;

export type NamedRole = keyof typeof names;

export function isNamed(look: ColumnLook, role: NamedRole): boolean {
  return names[role].test(look.plain);
}

const personalNames =
  /e-?mail|(first|last|full|sur|user|nick) ?name|voornaam|achternaam|vorname|nachname|prénom|^(name|naam|nom)$|^(your|jouw|uw|ihr|votre) (name|naam|nom)|phone|telefoon|telefon|téléphone|mobile|mobiel|handy|^ip|ip address|ip adres|ip-adres|latitude|longitude|respondent( ?id)?$|(customer|client|klant|kunden?|user|person|visitor|employee|external) ?-?_?(id|nr|nummer|number|no)$|^person$|^requester|^submitter$|^assignee$|external reference|(street|home|billing|postal) address|^(adres|adresse|anschrift)|birth|geboorte|geburt|naissance|collector id$|custom data|network id/;

const EMAIL = /^[^\s@]{1,64}@[^\s@.]{1,64}\.[^\s@]{2,64}$/;
const IP = /^(\d{1,3}\.){3}\d{1,3}$/;
const PHONE = /^(\+|00|0)[\d ()/.-]{8,20}$/;

/** Whether a column says who somebody is: by its name, or because most of what stands in it is shaped so. */
export function isPersonal({
  plain,
  words,
  dates,
  length,
}: ColumnLook): boolean {
  if (personalNames.test(plain)) return true;
  if (words.length === 0 || dates || length > 100) return false;
  return [EMAIL, IP, PHONE].some(
    (shape) =>
      words.filter((word) => word.length <= 100 && shape.test(word)).length >
      words.length / 2,
  );
}

/** Longer than the choices of a question. */
const LONG_TEXT = 25;

/** Whether people wrote in it what they liked: long cells, hardly two of which are the same. */
export function isFreeText(look: ColumnLook): boolean {
  const { numbers, dates, words, sampled, length, plain } = look;
  if (numbers || dates || sampled === 0) return false;
  const isSaid =
    /comment|remark|opmerking|toelichting|kommentar|anmerkung|commentaire|explica|reason|reden|grund|feedback|verbatim|open-ended/.test(
      plain,
    );
  const isVaried = words.length > sampled / 2 || words.length > 200;
  return isVaried && (isSaid || (length >= LONG_TEXT && sampled > 1));
}

/** Names of the three columns that an event log needs, as such logs have them. */
const logNames = {
  case: [
    "case:concept:name",
    "case id",
    "caseid",
    "case",
    "customer id",
    "customerid",
    "session id",
    "sessionid",
    "journey id",
    "order id",
    "trace id",
    "vorgang",
    "zaak",
    "zaaknummer",
  ],
  activity: [
    "concept:name",
    "activity",
    "activiteit",
    "aktivität",
    "activité",
    "action",
    "stage",
    "touchpoint type",
    "touchpoint",
    "event type",
    "event",
    "event name",
    "page name",
    "page",
    "complaint theme en",
    "complaint theme",
    "question theme en",
    "question theme",
  ],
  time: [
    "time:timestamp",
    "timestamp",
    "visit date",
    "touchpoint date",
    "event date time",
    "contact date",
    "time completed",
    "date completed",
    "date start",
    "date originated",
    "event time",
    "datetime",
    "date time",
    "time",
    "tijdstip",
    "zeitstempel",
    "start time",
    "date",
    "datum",
  ],
} as const;

export type LogColumns = Record<keyof typeof logNames, number | null>;

/**
 * Which columns are case, activity and time of an event log; null for those that none is called by. Of several names one
 * under which something stands goes first.
 */
export function logColumns(looks: readonly ColumnLook[]): LogColumns {
  const find = (wanted: readonly string[]) => {
    const named = wanted.flatMap((name) => {
      const at = looks.findIndex(({ plain }) => plain === name);
      return at < 0 ? [] : at;
    });
    return named.find((at) => looks[at]!.isFilled) ?? named[0] ?? null;
  };
  return {
    case: find(logNames.case),
    activity: find(logNames.activity),
    time: find(logNames.time),
  };
}

/** How analytics count, and whether such counts may be added up: the same person comes on two days and to two pages. */
const people =
  /\busers?\b|visitors?$|uniq|bezoekers|gebruikers|besucher|nutzer|utilisateurs|visiteurs|customers?$/;
const occasions =
  /sessions?$|visits?$|views?$|hits$|clicks?$|events?$|event count|entrances|exits$|count$|conversions?$|impressions|aantal|bezoeken|sessies|weergaven|klikken|anzahl|besuche|sitzungen|aufrufe|klicks|nombre|visites|vues|clics|opens|sent|delivered/;
const rates =
  /rate$|ratio|percentage|%|avg|average|gemiddeld|durchschnitt|moyen|sum time|duration|\bper\b|share|seconds|minutes/;

export function countIn({
  plain,
  numbers,
}: ColumnLook): "people" | "occasions" | null {
  if (!numbers || numbers.low < 0 || rates.test(plain)) return null;
  if (people.test(plain)) return "people";
  return occasions.test(plain) ? "occasions" : null;
}

const shares =
  /\brates?$|rate \(|percentage|prozent|percent|%|\bshare$|aandeel|anteil|quote$|rate$|taux|drop-?off|uitval|afhakers|abbruch/;
/** What nobody's rate is a share of: those who did it. */
const parts =
  /conversion|click|klik|klick|clics?$|opens|exits|bounce|abandon|drop|purchase|complet|lost/;
/** Of what such a rate is a share, the best first. */
const wholes = [
  /sent|delivered|verzonden|verstuurd|bezorgd|versendet|zugestellt|envoy/,
  /sessions?$|visits?$|bezoeken|sessies|besuche|sitzungen|visites/,
  people,
  /views?$|weergaven|aufrufe|vues|impressions/,
  /^(count|aantal|anzahl|nombre)$/,
];
const mailed = /open|click|klik|klick|clic/;

/**
 * The column that counts what the rates of another one are shares of, so that rows of many and of few can be put
 * together; null where none is called so. People confirm it.
 */
export function wholeOf(
  rate: ColumnLook,
  counts: readonly ColumnLook[],
): number | null {
  const whole = counts.filter(({ plain }) => !parts.test(plain));
  const order = mailed.test(rate.plain) ? wholes : wholes.slice(1);
  for (const name of order) {
    const found = whole.find(({ plain }) => name.test(plain));
    if (found) return found.column.index;
  }
  return null;
}

const losses = /abandon|drop-?off|uitval|afhak|abbruch/;

/** Whether a column holds shares of all, as fractions or in per cent. */
export function isRate({ plain, numbers }: ColumnLook): boolean {
  return (
    numbers !== null &&
    numbers.low >= 0 &&
    numbers.high <= 100 &&
    shares.test(plain)
  );
}

/** Whether a share is of those who go no further. */
export function isLossName(name: string): boolean {
  return losses.test(name.toLowerCase());
}

const took =
  /resolution time|reply time|response time|wait time|handling time|time to |duration|doorlooptijd|wachttijd|oplostijd|reactietijd|dauer|wartezeit|lösungszeit|antwortzeit|délai|durée/;

/** In what a column tells how long something took; null where it does not, or does not say in what. */
export function timeUnitOf({ plain, numbers }: ColumnLook): TimeUnit | null {
  if (!numbers || !took.test(plain)) return null;
  if (/minut|\bmin\b/.test(plain)) return "min";
  if (/hours?|\buren\b|\buur\b|stunden|heures|\bh\b/.test(plain)) return "h";
  if (/seconds?|seconden|sekunden|secondes/.test(plain)) return "s";
  return /days|dagen|tage|jours/.test(plain) ? "d" : null;
}
