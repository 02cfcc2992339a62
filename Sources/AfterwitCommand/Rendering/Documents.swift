internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitSync

extension JSONValue {
  /// What `status` tells, as `afterwit.status/1`.
  static func document(_ status: Status) -> JSONValue {
    .members([
      "schema": .string("afterwit.status/1"),
      "journal": .string(status.journal.description),
      "device": .string(status.device.description),
      "entries": .integer(status.entries),
      "drafts": .integer(status.drafts),
      "pending": .integer(status.pending),
      "waiting": .integer(status.waiting),
      "quarantined": .integer(status.quarantined),
      "reviews": .integer(status.reviews),
      "relay": JSONValue(status.relay),
      "generation": JSONValue(status.generation?.description),
      "digest": .string(Hexadecimal.encode(status.digest)),
      "held": .string(Hexadecimal.encode(status.held)),
    ])
  }

  /// One device, as `afterwit.device/1`.
  static func document(_ report: DeviceReport) -> JSONValue {
    .members([
      "schema": .string("afterwit.device/1"),
      "device": .string(report.device.description),
      "name": JSONValue(report.name),
      "this": .flag(report.isThis),
      "last": JSONValue(report.lastMilliseconds.map { Moment(milliseconds: $0).iso8601 }),
    ])
  }

  /// An entry, under the schema of a verb; `list` and `find` leave long texts out, and `only` all
  /// fields but one.
  static func document(
    _ entry: EntryView, verb: String, reviews: [ReviewID], texts: Bool = true,
    only: String? = nil, match: String? = nil
  ) -> JSONValue {
    let fields = entry.fields.compactMap { name, value -> Member? in
      if case .text = value, !texts { return nil }
      guard only.map({ ExactString($0) == name.name }) ?? true else { return nil }
      return Member(name: name.name.string, value: JSONValue(value))
    }
    var members: [Member] = [
      Member(name: "schema", value: .string("afterwit.\(verb)/1")),
      Member(name: "id", value: .string(entry.id.text)),
      Member(name: "kind", value: .string(entry.kindName)),
      Member(name: "title", value: .string(entry.title)),
      Member(name: "created", value: .string(Moment(entry.created).iso8601)),
      Member(name: "modified", value: .string(Moment(entry.modified).iso8601)),
      Member(name: "fields", value: .object(fields)),
      Member(name: "tags", value: .list(entry.set("tags").map { .string($0) })),
      Member(name: "starred", value: .flag(entry.isStarred)),
      Member(name: "deleted", value: .flag(entry.isDeleted)),
      Member(name: "reviews", value: .list(reviews.map { .string($0.text) })),
    ]
    if let match { members.append(Member(name: "match", value: .string(match))) }
    return .object(members)
  }

  /// What a session did and how many reviews are open after it, as `afterwit.sync/1`.
  static func document(_ report: SyncReport, reviews: Int) -> JSONValue {
    .members([
      "schema": .string("afterwit.sync/1"),
      "agreed": .flag(report.agreed),
      "pulled": .integer(report.pulled),
      "pushed": .integer(report.pushed),
      "waiting": .integer(report.waiting),
      "unknown": .integer(report.unknown),
      "forged": .integer(report.forged),
      "declined": .integer(report.declined),
      "damaged": .integer(report.damaged),
      "forked": .integer(report.forkedDevices.count),
      "restored": .integer(report.restored.values.reduce(0, +)),
      "renewed": .flag(!report.formerDevices.isEmpty),
      "pending": report.pending.map { .integer($0) } ?? .null,
      "missing": report.missing.map { .integer($0) } ?? .null,
      "reviews": .integer(reviews),
      "generation": JSONValue(report.generation?.description),
    ])
  }

  private init(_ value: EntryView.Value) {
    self =
      switch value {
      case .text(let text): .string(text)
      case .register(let shown, _): .string(shown)
      case .set(let elements): .list(elements.map { .string($0) })
      }
  }
}
