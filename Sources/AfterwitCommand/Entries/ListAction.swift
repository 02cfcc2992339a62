internal import AfterwitDevice
internal import AfterwitJournal

/// Lists entries, the newest first.
struct ListAction: Hashable {
  /// Which home, and how to print.
  var invocation: Invocation
  /// The only kind to list, as it was typed.
  var kind: String?
  /// The tags that an entry must have to be listed.
  var tags: [String] = []
  /// Whether deleted entries are listed, instead of the others.
  var deleted = false
  /// How many entries are listed at most.
  var limit: Int?

  /// Does it.
  func run() throws {
    guard limit ?? 0 >= 0 else { throw CommandFailure.usage("-n takes a count, 0 or more.") }
    var filter = ListFilter(tags: tags, deleted: deleted, limit: limit)
    if let kind { filter.kind = try Kind(typed: kind) }
    let device = try invocation.openDevice()
    let entries = try device.list(filter)
    try invocation.print(
      documents: entries.map { entry in
        JSONValue.document(
          entry, verb: "list", reviews: try device.openReviewIDs(of: entry), texts: false)
      },
      lines: EntryTable(style: .standardOutput).lines(entries))
    try invocation.talk(OpenReviews.talk(device.openReviewCount()))
  }
}

extension ListAction {
  /// Reads the arguments of a plain line; `nil` if the parser must read them.
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
