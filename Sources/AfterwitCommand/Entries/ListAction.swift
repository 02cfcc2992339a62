internal import AfterwitDevice
internal import AfterwitJournal

/// Lists entries, the newest first.
struct ListAction: Hashable {
  /// Where, and how to print.
  var invocation: Invocation
  /// Only those of a kind, as it was typed.
  var kind: String?
  /// Only those with these tags.
  var tags: [String] = []
  /// Those out of sight instead.
  var deleted = false
  /// At most so many.
  var limit: Int?

  /// Does it.
  func run() throws {
    guard limit ?? 0 >= 0 else { throw DeviceFailure.usage("-n takes a count, 0 or more.") }
    var filter = ListFilter(tags: tags, deleted: deleted, limit: limit)
    if let kind { filter.kind = try Kind(typed: kind) }
    let device = try invocation.openDevice()
    let entries = try device.list(filter)
    let lines =
      invocation.json
      ? try entries.map { entry in
        JSONValue.document(
          entry, verb: "list", reviews: try device.openReviewIDs(of: entry), texts: false
        ).text
      } : EntryTable(style: .standardOutput).lines(entries)
    Output.lines(lines)
    if !invocation.json, let talk = OpenReviews.talk(try device.openReviewCount()) {
      Output.talk(talk)
    }
  }
}

extension ListAction {
  /// Reads the arguments of a plain line; `nil` where the parser must read them.
  init?(plain arguments: ArraySlice<String>) {
    guard
      let plain = PlainArguments(
        arguments, values: ["--kind", "-n"], lists: ["--tag"], flags: ["--deleted"]),
      plain.words.isEmpty
    else { return nil }
    let limit = plain.value("-n").map { Int($0) }
    if limit == .some(nil) { return nil }
    self.init(
      invocation: plain.invocation, kind: plain.value("--kind"), tags: plain.values("--tag"),
      deleted: plain.has("--deleted"), limit: limit ?? nil)
  }
}
