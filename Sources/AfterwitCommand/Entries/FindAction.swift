internal import AfterwitDevice
internal import AfterwitJournal

/// Finds the entries of a filter, and shows the words around what was looked for.
struct FindAction: Hashable {
  /// Which home, and how to print.
  var invocation: Invocation
  /// The words and the rest of the filter, as they were typed.
  var words: [String]
  /// Whether private entries are searched too.
  var includesPrivate = false
  /// By what they are sorted, as it was typed.
  var order: String?
  /// How many entries are shown at most.
  var limit: Int?

  /// Does it.
  func run() throws {
    let filter = try EntryFilter(typed: words)
    let isPrivate = includesPrivate || filter.required.contains(.mark(.private))
    try EntryLines(invocation: invocation, verb: "find").show(
      ListFilter(filter, includesPrivate: isPrivate, order: ListFilter.Order(typed: order))
        .limited(to: limit),
      of: try invocation.openDevice())
  }
}

extension FindAction {
  /// Reads the arguments of a plain line; `nil` if the parser must read them.
  init?(plain arguments: ArraySlice<String>) {
    guard
      let plain = PlainArguments(arguments, values: ["-n", "--by"], flags: ["--private"]),
      !plain.words.isEmpty
    else { return nil }
    let limit = plain.value("-n").map { Int($0) }
    if limit == .some(nil) { return nil }
    self.init(
      invocation: plain.invocation, words: plain.words, includesPrivate: plain.has("--private"),
      order: plain.value("--by"), limit: limit ?? nil)
  }
}
