internal import AfterwitDevice

extension Device {
  /// Carries out a request whose text comes through stdin.
  ///
  /// A person may type the text just now, so everything else is checked before; and once it is
  /// typed, it is kept whatever fails.
  /// - Parameter take: takes the text from what came.
  func carryOut(
    _ request: EditRequest, reading take: (StandardInput) throws -> String
  ) throws -> EditOutcome {
    try check(request)
    let text = try StandardInput.read(taking: take, keeping: { keep($0, of: request) })
    return try carryOut(request.with(text: text))
  }
}
