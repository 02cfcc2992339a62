internal import AfterwitJournal
internal import Glibc

// If the machine cannot save what was typed (the disk is full, a lock is held, a key is missing),
// it may exist nowhere else. The whole command is then kept as a draft: its longest text as a file
// that a person can read, and everything else beside it. Recovering the draft does what was asked.
extension Device {
  /// A text of a mistyped command line is worth keeping from this length on, in bytes.
  private static let longText = 1024

  /// Keeps what has come of an awaited text, as it came, with everything else that was asked for.
  public func keep(_ bytes: [UInt8], of request: EditRequest) -> KeptWords {
    kept(bytes, as: .refused(request, place: request.place))
  }

  /// Runs a command; if it fails, its words are kept, and the failure says where.
  func keeping<Value>(
    _ request: EditRequest, _ body: () throws -> Value
  ) throws(DeviceFailure) -> Value {
    do throws(DeviceFailure) {
      return try DeviceFailure.naming(body)
    } catch {
      guard Self.isWorthKeeping(request, after: error) else { throw error }
      let text = request.place.flatMap { request.edits[$0].text } ?? ""
      throw .keeping(keep(Array(text.utf8), of: request), after: error)
    }
  }

  /// Records a decision; if that fails, its text is kept, and the failure says where.
  ///
  /// - Parameters:
  ///   - text: the text that the decision gives, or `nil` if it gives none.
  ///   - isAwaited: whether the text came through stdin, so that it is kept however short it is.
  ///   - body: records the decision; it sets what recovering the text should do as soon as it knows.
  func keeping<Value>(
    _ text: String?, isAwaited: Bool, _ body: (inout DraftOrigin.Content?) throws -> Value
  ) throws(DeviceFailure) -> Value {
    var content: DraftOrigin.Content?
    do throws(DeviceFailure) {
      return try DeviceFailure.naming { try body(&content) }
    } catch {
      guard let text, isAwaited ? Self.holdsWords(text) : Self.isWorthKeeping(text, after: error)
      else { throw error }
      throw .keeping(kept(Array(text.utf8), as: content), after: error)
    }
  }

  private static func isWorthKeeping(_ request: EditRequest, after failure: DeviceFailure) -> Bool {
    // What is said where nothing can be written yet is to be written later, values without words too.
    if failure == .writing(.restored) { return !request.edits.isEmpty }
    if let awaited = request.awaited { return holdsWords(request.edits[awaited].text ?? "") }
    return request.edits.compactMap(\.text).contains { isWorthKeeping($0, after: failure) }
  }

  private static func holdsWords(_ text: String) -> Bool { text.contains { !$0.isWhitespace } }

  /// Whether a text of the command line is worth keeping: after a mistake only a long one, since a
  /// short one is quickly typed again.
  private static func isWorthKeeping(_ text: String, after failure: DeviceFailure) -> Bool {
    let isMistake = failure.code == .usage || failure.code == .notFound
    return text.utf8.count >= (isMistake ? longText : 1)
  }

  /// Keeps a text in the first place that takes it, with what recovering should do, if that is known.
  func kept(_ text: [UInt8], as content: DraftOrigin.Content?) -> KeptWords {
    home.kept(text, as: content, environment)
  }
}
