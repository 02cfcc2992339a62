internal import AfterwitDevice
internal import AfterwitJournal

/// Lists the entries of a filter, a line each.
struct ListAction: Hashable {
  /// Which home, and how to print.
  var invocation: Invocation
  /// The filter, as it was typed; the first argument may be a kind alone.
  var arguments: [String] = []
  /// The only kind to list, as it was typed.
  var kind: String?
  /// The tags that an entry must have to be listed.
  var tags: [String] = []
  /// Whether deleted entries are listed, instead of the others.
  var deleted = false
  /// By what they are sorted, as it was typed.
  var order: String?
  /// How many entries are listed at most.
  var limit: Int?

  /// Does it.
  func run() throws {
    let filter = try ListFilter(
      filter(), deleted: deleted, order: ListFilter.Order(typed: order)
    ).limited(to: limit)
    try EntryLines(invocation: invocation, verb: "list").show(
      filter, of: try invocation.openDevice())
  }

  private func filter() throws -> EntryFilter {
    var typed = arguments
    if let first = typed.first, FilterKey.kind.choices.contains(where: { $0.isSpoken(as: first) }) {
      typed[0] = "kind:" + first
    }
    var filter = typed.isEmpty ? EntryFilter() : try EntryFilter(typed: typed)
    if let kind {
      filter.terms += try EntryFilter(typed: ["kind:" + kind]).terms
    }
    filter.terms += tags.map { EntryFilter.Term(.tag(Tag.normalized($0))) }
    return filter
  }
}

extension ListAction {
  /// Reads the arguments of a plain line; `nil` if the parser must read them.
  init?(plain arguments: ArraySlice<String>) {
    guard
      let plain = PlainArguments(
        arguments, values: ["--kind", "-n", "--by"], lists: ["--tag"], flags: ["--deleted"])
    else { return nil }
    let limit = plain.value("-n").map { Int($0) }
    if limit == .some(nil) { return nil }
    self.init(
      invocation: plain.invocation, arguments: plain.words, kind: plain.value("--kind"),
      tags: plain.values("--tag"), deleted: plain.has("--deleted"), order: plain.value("--by"),
      limit: limit ?? nil)
  }
}
