import type { TemplateStakeholder } from "./template";
import { text } from "./text";

/** Fields of a persona row that a sample fills; the names are those of the row. */
export const samplePersona = {
  key: "mark",
  colour: "blue",
  shopping: "online",
  sources: ["data", "experience"],
  favouriteChannels: ["live-chat", "email", "instagram"],
  name: text("Mark, 41", "Mark, 41", "Mark, 41"),
  summary: text(
    "Wants to start running, but has had a sore back for years.",
    "Wil graag gaan hardlopen, maar heeft al jaren last van zijn rug.",
    "Möchte mit dem Laufen anfangen, hat aber seit Jahren Rückenschmerzen.",
  ),
  household: text(
    "Lives with his partner and two children",
    "Woont samen, twee kinderen",
    "Lebt mit Partnerin und zwei Kindern",
  ),
  residence: text(
    "A suburb of Utrecht",
    "Een buitenwijk van Utrecht",
    "Ein Vorort von Utrecht",
  ),
  purchases: text(
    "Sports gear twice a year; compares a lot first",
    "Twee keer per jaar sportspullen; vergelijkt eerst veel",
    "Zweimal im Jahr Sportausrüstung; vergleicht vorher viel",
  ),
  goals: text(
    "Run five kilometres without pain",
    "Vijf kilometer lopen zonder pijn",
    "Fünf Kilometer ohne Schmerzen laufen",
  ),
  wishes: text(
    "Shoes with good support and someone who explains the difference",
    "Schoenen met goede steun en iemand die het verschil uitlegt",
    "Schuhe mit gutem Halt und jemand, der den Unterschied erklärt",
  ),
  pains: text(
    "Back pain; does not know what to look for in a sole",
    "Rugpijn; weet niet waar hij bij een zool op moet letten",
    "Rückenschmerzen; weiß nicht, worauf er bei der Sohle achten soll",
  ),
  activities: text(
    "Sits at a desk, drives the children to training, walks in the evening",
    "Zit aan een bureau, rijdt de kinderen naar training, wandelt ’s avonds",
    "Sitzt am Schreibtisch, fährt die Kinder zum Training, geht abends spazieren",
  ),
  issuesSolved: text(
    "Finding a shoe that spares his back",
    "Een schoen vinden die zijn rug ontziet",
    "Einen Schuh finden, der seinen Rücken schont",
  ),
  needsMet: text(
    "Clear advice, a quick answer, an easy return",
    "Helder advies, snel antwoord, makkelijk terugsturen",
    "Klare Beratung, schnelle Antwort, einfache Rückgabe",
  ),
  usefulInfo: text(
    "What support does, which sole suits whom, how to build up slowly",
    "Wat steun doet, welke zool bij wie past, hoe je rustig opbouwt",
    "Was Halt bewirkt, welche Sohle zu wem passt, wie man langsam steigert",
  ),
  whyUs: text(
    "We answer in the chat within a minute and take shoes back after a test run",
    "We antwoorden binnen een minuut in de chat en nemen schoenen na een proefrondje terug",
    "Wir antworten im Chat in einer Minute und nehmen Schuhe nach dem Probelauf zurück",
  ),
  sourceNote: text(
    "An example persona. Replace it with what your own data and interviews say.",
    "Een voorbeeldpersona. Vervang hem door wat je eigen data en interviews zeggen.",
    "Eine Beispiel-Persona. Ersetze sie durch das, was deine Daten und Interviews sagen.",
  ),
  attributes: [
    {
      name: text(
        "Typed into the search engine",
        "Getypt in de zoekmachine",
        "In die Suchmaschine getippt",
      ),
      value: text(
        "best running shoes for back pain",
        "beste sportschoenen bij rugklachten",
        "beste Laufschuhe bei Rückenschmerzen",
      ),
    },
  ],
} as const satisfies Record<string, unknown>;

/** Someone in the sample who is responsible for touchpoints. */
export interface SampleStakeholder extends TemplateStakeholder {
  key: SampleStakeholderKey;
}

export type SampleStakeholderKey =
  | "service"
  | "marketing"
  | "webshop"
  | "warehouse";

export const sampleStakeholders: readonly SampleStakeholder[] = [
  {
    key: "service",
    kind: "team",
    colour: "green",
    name: text("Customer service", "Klantenservice", "Kundenservice"),
    jobTitle: text(
      "Chat, phone and mail",
      "Chat, telefoon en mail",
      "Chat, Telefon und Mail",
    ),
  },
  {
    key: "marketing",
    kind: "person",
    colour: "purple",
    name: text("Fatima Haddad", "Fatima Haddad", "Fatima Haddad"),
    jobTitle: text(
      "Content and campaigns",
      "Content en campagnes",
      "Inhalte und Kampagnen",
    ),
  },
  {
    key: "webshop",
    kind: "team",
    colour: "blue",
    name: text("Web shop team", "Webshopteam", "Webshop-Team"),
    jobTitle: text(
      "Product pages and checkout",
      "Productpagina’s en kassa",
      "Produktseiten und Kasse",
    ),
  },
  {
    key: "warehouse",
    kind: "person",
    colour: "orange",
    name: text("Joris de Boer", "Joris de Boer", "Joris de Boer"),
    jobTitle: text(
      "Shipping and returns",
      "Verzending en retouren",
      "Versand und Rücksendungen",
    ),
  },
];
