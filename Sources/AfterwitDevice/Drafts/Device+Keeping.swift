internal import AfterwitEncoding
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
      // What was mistyped is typed again; what the machine refused may exist nowhere else.
      let isMistake = error.code == .usage || error.code == .notFound
      let least = isMistake ? Self.longText : 1
      let isWorthKeeping = request.edits.contains { $0.text?.utf8.count ?? 0 >= least }
      guard isWorthKeeping else { throw error }
      throw kept(request, error)
    }
  }

  private func kept(_ request: EditRequest, _ failure: DeviceFailure) -> DeviceFailure {
    let origin = DraftOrigin(
      milliseconds: environment.nowMilliseconds(),
      content: .refused(request, place: request.longest))
    let text = request.longest.flatMap { request.edits[$0].text } ?? ""
    for folder in [home.drafts] + Home.otherPlaces {
      let name = environment.draftName("kept")
      guard let file = try? DraftFile(in: folder, name: name, text: text, origin: origin) else {
        continue
      }
      return DeviceFailure(
        failure.code, failure.happened, safe: "The text is kept in \(file.path).",
        next: "\(failure.next) Or: afterwit draft recover "
          + (folder == home.drafts ? name : file.path))
    }
    return DeviceFailure(
      failure.code, failure.happened, safe: "The text could not be kept anywhere on this disk.",
      next: failure.next)
  }
}

extension Home {
  /// Where a text may be kept when the home's own disk does not take it, best first.
  static var otherPlaces: [String] {
    [getenv("XDG_RUNTIME_DIR"), getenv("TMPDIR")].compactMap { $0.map { String(cString: $0) } }
      + ["/tmp"]
  }
}
