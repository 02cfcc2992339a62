internal import AfterwitJournal
internal import Glibc

// What was typed may exist nowhere else when the machine refuses to save it: a disk is full, a lock
// is held, a key is missing. Then the command is kept as a draft, whole: its longest text as a file
// that a person can read, everything else beside it, so that recovering it does what was asked.
extension Device {
  /// The length, in bytes, from which a text of a mistyped command is worth keeping.
  private static let longText = 1024

  /// Runs what a command asks for; where it cannot be done, its words are kept and the place named.
  func keeping<Value>(
    _ request: EditRequest, _ body: () throws -> Value
  ) throws(DeviceFailure) -> Value {
    do throws(DeviceFailure) {
      return try DeviceFailure.naming(body)
    } catch {
      let texts = request.edits.compactMap(\.text)
      guard texts.contains(where: { Self.isWorthKeeping($0, after: error) }) else { throw error }
      let text = request.longest.flatMap { request.edits[$0].text } ?? ""
      throw kept(text, as: .refused(request, place: request.longest), error)
    }
  }

  /// Records a decision; where it cannot be done, the text it gives is kept and the place named.
  ///
  /// - Parameter text: the text that the decision gives, or `nil` where it gives none.
  /// - Parameter body: says, as soon as it knows, what recovering the text is to do.
  func keeping(
    _ text: String?, _ body: (inout DraftOrigin.Content?) throws -> Void
  ) throws(DeviceFailure) {
    var content: DraftOrigin.Content?
    do throws(DeviceFailure) {
      try DeviceFailure.naming { try body(&content) }
    } catch {
      guard let text, Self.isWorthKeeping(text, after: error) else { throw error }
      throw kept(text, as: content, error)
    }
  }

  /// Whether a text may exist nowhere else: what was mistyped is typed again, unless it is long.
  private static func isWorthKeeping(_ text: String, after failure: DeviceFailure) -> Bool {
    let isMistake = failure.code == .usage || failure.code == .notFound
    return text.utf8.count >= (isMistake ? longText : 1)
  }

  private func kept(
    _ text: String, as content: DraftOrigin.Content?, _ failure: DeviceFailure
  ) -> DeviceFailure {
    for folder in [home.drafts] + Home.otherPlaces {
      let name = environment.draftName("kept")
      guard let path = try? keep(text, as: content, in: folder, name: name) else { continue }
      let recovery = content == nil ? nil : folder == home.drafts ? name : path
      return .keeping(.inNewDraft(path: path, recoveredBy: recovery), after: failure)
    }
    return .keeping(.nowhere, after: failure)
  }

  /// Writes a text to a draft, with what recovering it does where that is known; gives its path.
  private func keep(
    _ text: String, as content: DraftOrigin.Content?, in folder: String, name: String
  ) throws -> String {
    guard let content else { return try DraftFile.write(text, in: folder, name: name) }
    let origin = DraftOrigin(milliseconds: environment.nowMilliseconds(), content: content)
    return try DraftFile(in: folder, name: name, text: text, origin: origin).path
  }
}
