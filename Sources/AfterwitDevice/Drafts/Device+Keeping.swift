internal import AfterwitJournal
internal import Glibc

// If the machine cannot save what was typed (the disk is full, a lock is held, a key is missing),
// it may exist nowhere else. The whole command is then kept as a draft: its longest text as a file
// that a person can read, and everything else beside it. Recovering the draft does what was asked.
extension Device {
  /// A text of a mistyped command is worth keeping from this length on, in bytes.
  private static let longText = 1024

  /// Runs a command; if it fails, its words are kept, and the failure says where.
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

  /// Records a decision; if that fails, its text is kept, and the failure says where.
  ///
  /// - Parameter text: the text that the decision gives, or `nil` if it gives none.
  /// - Parameter body: records the decision; it sets what recovering the text should do as soon as
  ///   it knows.
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

  /// Whether a text is worth keeping: after a mistake only a long one, since a short one is quickly
  /// typed again.
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

  /// Writes a text to a draft, and beside it what recovering should do, if that is known; returns
  /// its path.
  private func keep(
    _ text: String, as content: DraftOrigin.Content?, in folder: String, name: String
  ) throws -> String {
    guard let content else { return try DraftFile.write(text, in: folder, name: name) }
    let origin = DraftOrigin(milliseconds: environment.nowMilliseconds(), content: content)
    return try DraftFile(in: folder, name: name, text: text, origin: origin).path
  }
}
