internal import AfterwitDevice
internal import AfterwitEncoding

extension JSONValue {
  /// A version of an entry, as `afterwit.history/1`.
  static func document(_ version: EntryVersion, of entry: EntryID) -> JSONValue {
    .object(
      [
        Member(name: "schema", value: .string("afterwit.history/1")),
        Member(name: "entry", value: .string(entry.text)),
      ] + members(of: version) + [
        Member(name: "fields", value: .list(version.fields.map { .string($0) })),
        Member(name: "undone", value: .list(version.undone.map { .integer($0) })),
        Member(name: "words", value: .string(version.words)),
      ])
  }

  /// The name of a version, and who made it when.
  static func members(of version: EntryVersion) -> [Member] {
    [
      Member(name: "number", value: .integer(version.number)),
      Member(name: "change", value: .string(version.change.description)),
      Member(name: "device", value: .string(version.writer.device.description)),
      Member(name: "name", value: JSONValue(version.writer.name)),
      Member(name: "local", value: .flag(version.writer.isLocal)),
      Member(
        name: "at", value: .string(Moment(milliseconds: version.writer.milliseconds).iso8601)),
    ]
  }
}
