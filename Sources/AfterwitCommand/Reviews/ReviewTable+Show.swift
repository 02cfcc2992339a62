internal import AfterwitDevice

extension ReviewTable {
  /// Prints the lines, and what a person may type next.
  static func show(_ open: [OpenReview], _ invocation: Invocation) throws {
    let table = ReviewTable(style: .standardOutput)
    try invocation.print(documents: [], lines: table.lines(open))
    guard let first = open.first else {
      invocation.talk(["No review is open."])
      return
    }
    invocation.talk([
      "Look at one: afterwit review show \(first.name), or decide one after another: "
        + "afterwit review next"
    ])
  }
}
