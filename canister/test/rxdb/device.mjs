// A device that runs RxDB with its database in memory.

import { randomUUID } from "node:crypto";
import { createRxDatabase } from "rxdb/plugins/core";
import { getRxStorageMemory } from "rxdb/plugins/storage-memory";
import { conflictHandler, mintRevisions, schema } from "./documents.mjs";
import { SheafReplication } from "./replication.mjs";

/// { database, documents (the collection), replication, person }; `person` as test/client.mjs connects one.
export async function rxdbDevice(person) {
  const database = await createRxDatabase({ name: randomUUID(), storage: getRxStorageMemory(), multiInstance: false });
  const holder = {};
  const handler = conflictHandler((...args) => holder.replication?.baseOf(...args));
  const { documents } = await database.addCollections({ documents: { schema, conflictHandler: handler } });
  mintRevisions(documents);
  holder.replication = new SheafReplication({ collection: documents, actor: person.actor, deviceId: person.deviceId });
  return { database, documents, person, replication: holder.replication };
}

/// A note as a device inserts it; revision and time come at the write.
export function newNote(fields) {
  return { id: randomUUID(), kind: "note", schema: 1, rev: "", time: 0, blobs: [], content: fields };
}
