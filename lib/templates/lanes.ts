import type { TemplateLane } from "./template";
import { text } from "./text";

/** Lanes that several templates share, so that one row has one name and one hint everywhere. */
export const needsLane: TemplateLane = {
  key: "needs",
  kind: "text",
  span: "stage",
  visibility: "customer",
  title: text(
    "Customer needs",
    "Behoeften van de klant",
    "Bedürfnisse der Kundschaft",
  ),
  hint: text(
    "Write as the customer: “I want …”",
    "Schrijf als de klant: ‘Ik wil …’",
    "Schreib aus Kundensicht: „Ich möchte …“",
  ),
};

export const touchpointLane: TemplateLane = {
  key: "touchpoints",
  kind: "touchpoint",
  title: text("Touchpoints", "Touchpoints", "Touchpoints"),
  hint: text(
    "Every contact between a person and you: an ad, a call, a confirmation mail.",
    "Elk contact tussen een mens en jullie: een advertentie, een telefoontje, een bevestigingsmail.",
    "Jeder Kontakt zwischen einem Menschen und euch: eine Anzeige, ein Anruf, eine Bestätigungsmail.",
  ),
};

export const channelLane: TemplateLane = {
  key: "channels",
  kind: "channel",
  title: text("Channels", "Kanalen", "Kanäle"),
  hint: text(
    "Where does this contact take place? More than one is fine.",
    "Waar vindt dit contact plaats? Meer dan één mag.",
    "Wo findet dieser Kontakt statt? Mehrere sind möglich.",
  ),
};

export const messageLane: TemplateLane = {
  key: "messages",
  kind: "message",
  title: text("Ideal message", "Ideale boodschap", "Ideale Botschaft"),
  hint: text(
    "What should people take away from this contact?",
    "Wat moet iemand aan dit contact overhouden?",
    "Was soll von diesem Kontakt hängen bleiben?",
  ),
};

export const keyMomentLane: TemplateLane = {
  key: "key-moments",
  kind: "key-moment",
  span: "stage",
  title: text("Key moment", "Sleutelmoment", "Schlüsselmoment"),
  hint: text(
    "What exactly does the customer see? Add a screenshot.",
    "Wat ziet de klant precies? Voeg een schermafbeelding toe.",
    "Was genau sieht die Kundin oder der Kunde? Füge einen Screenshot hinzu.",
  ),
};

export const examplesLane: TemplateLane = {
  key: "examples",
  kind: "evidence",
  span: "touchpoint",
  title: text("Examples", "Voorbeelden", "Beispiele"),
  hint: text(
    "Photos, screenshots, PDFs, or a link to where the material lies.",
    "Foto’s, schermafbeeldingen, pdf’s of een link naar waar het materiaal staat.",
    "Fotos, Screenshots, PDFs oder ein Link zum Ablageort des Materials.",
  ),
};

export const emotionLane: TemplateLane = {
  key: "emotions",
  kind: "emotion",
  title: text("Emotion curve", "Emotiecurve", "Emotionskurve"),
  hint: text(
    "Five levels. Leave a point empty as long as you have no data.",
    "Vijf niveaus. Laat een punt leeg zolang je geen gegevens hebt.",
    "Fünf Stufen. Lass einen Punkt leer, solange du keine Daten hast.",
  ),
};

export const painLane: TemplateLane = {
  key: "pains",
  kind: "pain",
  span: "stage",
  title: text("Pains", "Pijnpunten", "Schmerzpunkte"),
  hint: text(
    "Which barriers do people meet?",
    "Tegen welke drempels lopen mensen aan?",
    "Auf welche Hürden stoßen die Menschen?",
  ),
};

export const gainLane: TemplateLane = {
  key: "gains",
  kind: "gain",
  span: "stage",
  title: text(
    "Gains",
    "Wensen en succesfactoren",
    "Wünsche und Erfolgsfaktoren",
  ),
  hint: text(
    "What do they wish for most? What makes it succeed?",
    "Wat wensen ze het meest? Wat maakt het een succes?",
    "Was wünschen sie sich am meisten? Was macht den Erfolg aus?",
  ),
};

export const actionLane: TemplateLane = {
  key: "actions",
  kind: "action",
  span: "stage",
  visibility: "backstage",
  title: text("Actions", "Acties", "Maßnahmen"),
  hint: text(
    "Concrete points for the team. Give each a person and a date.",
    "Concrete punten voor het team. Geef elk een persoon en een datum.",
    "Konkrete Punkte für das Team. Gib jedem eine Person und ein Datum.",
  ),
};

export const stakeholderLane: TemplateLane = {
  key: "stakeholders",
  kind: "stakeholder",
  visibility: "backstage",
  title: text(
    "Who is responsible",
    "Wie is verantwoordelijk",
    "Wer ist verantwortlich",
  ),
  hint: text(
    "One person or team per touchpoint, with or without an account.",
    "Eén persoon of team per touchpoint, met of zonder account.",
    "Eine Person oder ein Team je Touchpoint, mit oder ohne Konto.",
  ),
};
