internal import FoundationEssentials

extension Home {
  /// The length of ``DraftReport/words``, in characters.
  private static let excerptLength = 60

  /// The files of the texts, sorted by name.
  func draftPaths() -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: drafts)) ?? []
    return names.filter { $0.hasSuffix(DraftFile.ending) }.sorted().map { drafts + "/" + $0 }
  }

  /// The files of the texts that no process uses now.
  func leftDrafts() -> [String] {
    draftPaths().filter { DraftFile(takingOver: $0) != nil }
  }

  /// Removes the sidecars that a crash has left behind without a text.
  func sweepDrafts() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: drafts)) ?? []
    for name in names where name.hasSuffix(DraftFile.sidecarEnding) {
      let text = drafts + "/" + name.dropLast(DraftFile.sidecarEnding.count) + DraftFile.ending
      // A draft that is just being made is locked until its text exists.
      guard let file = DraftFile(takingOver: text), file.bytes() == nil else { continue }
      file.discard()
    }
  }

  func report(_ path: String) -> DraftReport {
    let origin = DraftFile.origin(of: path)
    let text = String(
      decoding: FileManager.default.contents(atPath: path)?.prefix(1024) ?? Data(), as: UTF8.self)
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return DraftReport(
      name: DraftFile.name(of: path), path: path, entry: origin?.entry, kind: origin?.kind,
      field: origin?.field, milliseconds: origin?.milliseconds,
      words: line.count > Self.excerptLength ? line.prefix(Self.excerptLength) + "…" : line,
      isOpen: DraftFile(takingOver: path) == nil)
  }

  /// The file of the draft that a person means: its name, the beginning of it, or a path.
  func draftPath(_ typed: String) throws(DeviceFailure) -> String {
    if typed.contains("/"), typed.hasSuffix(DraftFile.ending),
      FileManager.default.fileExists(atPath: typed)
    {
      return typed
    }
    let paths = draftPaths()
    let exact = paths.filter { DraftFile.name(of: $0) == typed }
    let found = exact.isEmpty ? paths.filter { DraftFile.name(of: $0).hasPrefix(typed) } : exact
    guard let first = found.first, !typed.isEmpty else {
      throw .recovery(.absent(typed))
    }
    guard found.count == 1 else {
      throw .recovery(.ambiguous(typed, among: found.prefix(8).map { DraftFile.name(of: $0) }))
    }
    return first
  }
}
