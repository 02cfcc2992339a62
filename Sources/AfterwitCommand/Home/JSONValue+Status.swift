internal import AfterwitDevice
internal import AfterwitEncoding

extension JSONValue {
  /// What `status` shows, as `afterwit.status/1`.
  static func document(_ status: Status) -> JSONValue {
    .members([
      "schema": .string("afterwit.status/1"),
      "journal": .string(status.journal.description),
      "device": .string(status.device.description),
      "entries": .integer(status.entries),
      "drafts": .integer(status.drafts),
      "pending": .integer(status.pending),
      "copies": document(status.copies),
      "waiting": .integer(status.waiting),
      "missingKeys": .integer(status.missingKeys),
      "owedKeys": .integer(status.owedKeys),
      "untoldRevocations": .integer(status.untoldRevocations),
      "needsNewerVersion": .flag(status.needsNewerVersion),
      "setAside": .integer(status.setAside),
      "quarantined": .integer(status.quarantined),
      "reviews": .integer(status.reviews),
      "relay": JSONValue(status.relay),
      "relayAnswered": JSONValue(
        status.relayAnswered.map { Moment(milliseconds: $0).iso8601 }),
      "generation": JSONValue(status.generation?.description),
      "automaticSync": status.automaticSync.map(JSONValue.document) ?? .null,
      "restored": JSONValue(status.restored.map { Moment(milliseconds: $0).iso8601 }),
      "backup": .members([
        "made": JSONValue(status.backupMade.map { Moment(milliseconds: $0).iso8601 }),
        "checked": JSONValue(status.backupChecked.map { Moment(milliseconds: $0).iso8601 }),
      ]),
      "digest": .string(Hexadecimal.encode(status.digest)),
      "held": .string(Hexadecimal.encode(status.held)),
    ])
  }

  /// Where the changes exist.
  private static func document(_ copies: Copies) -> JSONValue {
    .members([
      "onlyHere": .integer(copies.onlyHere),
      "onlyHereSince": JSONValue(
        copies.onlyHereSince.map { Moment(milliseconds: $0).iso8601 }),
      "hereAndRelay": .integer(copies.hereAndRelay),
      "onMachines": .list(
        copies.onMachines.sorted { $0.key < $1.key }.map { machines, changes in
          .members(["machines": .integer(machines), "changes": .integer(changes)])
        }),
      "silent": .list(copies.silent.map { .string($0.description) }),
    ])
  }

  /// How an exchange ended that nobody waited for.
  private static func document(_ result: AutomaticSyncResult) -> JSONValue {
    .members([
      "at": .string(Moment(milliseconds: result.milliseconds).iso8601),
      "agreed": .flag(result.agreed),
      "text": .string(result.sentence),
    ])
  }
}
