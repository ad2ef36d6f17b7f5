import { randomUUID } from "node:crypto";
import { personaFields } from "@/lib/api/personas";
import {
  admins,
  editors,
  J,
  librarians,
  members,
  W,
  type MatrixRow,
} from "./row";

const persona = (): unknown => {
  const texts = Object.fromEntries(
    Object.keys(personaFields.shape).map((key) => [key, ""]),
  );
  return {
    ...texts,
    name: "Persona",
    form: "persona",
    colour: "blue",
    pictureId: null,
    shopping: "both",
    favouriteChannels: [],
    sources: [],
    attributes: [],
    draft: false,
  };
};

const stakeholder = {
  kind: "person",
  name: "Stakeholder",
  email: null,
  jobTitle: "",
  note: "",
  colour: "grey",
  userId: null,
};

const channel = () => ({
  name: `Fax ${randomUUID()}`,
  icon: "circle",
  medium: "offline",
});

const firstVersion = { "if-match": '"1"' };
const png = { "content-type": "image/png" };

/** What the maps of a workspace are made with, and what is read across them. */
export const libraryRows: readonly MatrixRow[] = [
  { route: `GET ${W}/touchpoints`, cells: members },
  { route: `GET ${W}/mine`, cells: members },
  ...["tasks", "opportunities", "pains"].map((list) => ({
    route: `GET ${W}/${list}`,
    cells: members,
    // All that the other rows have made: which of it comes first is chance.
    attempt: () => ({ query: "?limit=200" }),
  })),
  { route: `GET ${W}/responsibilities`, cells: members },
  {
    route: `POST ${W}/owners`,
    cells: editors(200),
    attempt: async (world) => {
      const { journeyId, touchpointId, stakeholderId } = await world.map();
      return {
        body: {
          changes: [
            { journeyId, touchpointId, stakeholderId, role: "responsible" },
          ],
        },
      };
    },
  },
  { route: `GET ${W}/search`, cells: members },

  // Templates
  { route: `GET ${W}/templates`, cells: members },
  {
    route: `POST ${W}/templates`,
    cells: librarians(201),
    attempt: async (world) => ({
      body: { journeyId: await world.journey(), name: "Template" },
    }),
  },
  {
    route: `PATCH ${W}/templates/{templateId}`,
    cells: librarians(200),
    attempt: async (world) => ({
      params: { templateId: await world.template() },
      body: { name: "Renamed" },
    }),
  },
  {
    route: `DELETE ${W}/templates/{templateId}`,
    cells: librarians(204),
    attempt: async (world) => ({
      params: { templateId: await world.template() },
    }),
  },
  {
    route: `POST ${W}/templates/{templateId}/restore`,
    cells: librarians(200),
    attempt: async (world) => ({
      params: { templateId: await world.template(true) },
    }),
  },
  {
    route: `PUT ${W}/hidden-templates`,
    cells: admins(204),
    attempt: () => ({ body: { key: "aaarrr", hidden: true } }),
  },

  // Personas, stakeholders, channels
  { route: `GET ${W}/personas`, cells: members },
  {
    route: `POST ${W}/personas`,
    cells: librarians(201),
    attempt: () => ({ body: persona() }),
  },
  {
    route: `GET ${W}/personas/{personaId}`,
    cells: members,
    attempt: async (world) => ({
      params: { personaId: await world.persona() },
    }),
  },
  {
    route: `PATCH ${W}/personas/{personaId}`,
    cells: librarians(200),
    attempt: async (world) => ({
      params: { personaId: await world.persona() },
      body: { name: "Renamed" },
      headers: firstVersion,
    }),
  },
  {
    route: `DELETE ${W}/personas/{personaId}`,
    cells: librarians(204),
    attempt: async (world) => ({
      params: { personaId: await world.persona() },
    }),
  },
  {
    route: `POST ${W}/personas/{personaId}/restore`,
    cells: librarians(200),
    attempt: async (world) => ({
      params: { personaId: await world.persona(true) },
    }),
  },
  { route: `GET ${W}/stakeholders`, cells: members },
  {
    route: `POST ${W}/stakeholders`,
    cells: librarians(201),
    attempt: () => ({ body: stakeholder }),
  },
  {
    route: `GET ${W}/stakeholders/{stakeholderId}`,
    cells: members,
    attempt: async (world) => ({
      params: { stakeholderId: await world.stakeholder() },
    }),
  },
  {
    route: `PATCH ${W}/stakeholders/{stakeholderId}`,
    cells: librarians(200),
    attempt: async (world) => ({
      params: { stakeholderId: await world.stakeholder() },
      body: { name: "Renamed" },
      headers: firstVersion,
    }),
  },
  {
    route: `DELETE ${W}/stakeholders/{stakeholderId}`,
    cells: librarians(204),
    attempt: async (world) => ({
      params: { stakeholderId: await world.stakeholder() },
    }),
  },
  {
    route: `POST ${W}/stakeholders/{stakeholderId}/restore`,
    cells: librarians(200),
    attempt: async (world) => ({
      params: { stakeholderId: await world.stakeholder(true) },
    }),
  },
  {
    route: `GET ${W}/stakeholders/{stakeholderId}/duties`,
    cells: members,
    attempt: async (world) => ({
      params: { stakeholderId: await world.stakeholder() },
    }),
  },
  {
    route: `GET ${W}/stakeholders/{stakeholderId}/hand-over`,
    cells: members,
    attempt: async (world) => ({
      params: { stakeholderId: await world.stakeholder() },
    }),
  },
  {
    route: `POST ${W}/stakeholders/{stakeholderId}/hand-over`,
    cells: editors(200),
    attempt: async (world) => {
      const { journeyId, stakeholderId } = await world.map();
      return {
        params: { stakeholderId },
        body: { to: await world.stakeholder(), journeys: [journeyId] },
      };
    },
  },
  { route: `GET ${W}/channels`, cells: members },
  {
    route: `POST ${W}/channels`,
    cells: librarians(201),
    attempt: () => ({ body: channel() }),
  },
  {
    route: `PATCH ${W}/channels/{channelId}`,
    cells: librarians(200),
    attempt: async (world) => ({
      params: { channelId: await world.channel() },
      body: { name: "Telex" },
    }),
  },

  // Files
  {
    route: `POST ${J}/{journeyId}/files`,
    cells: editors(201),
    attempt: async (world) => ({
      params: { journeyId: await world.journey() },
      query: "?name=a.png",
      raw: world.png,
      headers: png,
    }),
  },
  {
    route: `POST ${W}/files`,
    cells: editors(201),
    attempt: (world) => ({
      query: "?name=a.png",
      raw: world.png,
      headers: png,
    }),
  },
  {
    route: `GET ${W}/files/{fileId}`,
    cells: members,
    attempt: async (world) => ({ params: { fileId: await world.file() } }),
  },
  {
    route: `DELETE ${W}/files/{fileId}`,
    cells: editors(204),
    attempt: async (world) => ({ params: { fileId: await world.file() } }),
  },
];
