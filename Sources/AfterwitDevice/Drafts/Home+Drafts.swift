internal import AfterwitDocument
internal import FoundationEssentials
internal import Glibc

extension Home {
  /// The length of ``DraftReport/words``, in characters.
  private static let excerptLength = 60

  /// Where the drafts lie that have a text, by name.
  func draftPlaces() -> [DraftPlace] { DraftPlace.all(in: drafts) }

  /// Where the drafts lie that no process uses now.
  func leftDrafts() -> [DraftPlace] {
    draftPlaces().filter { DraftFile(takingOver: $0) != nil }
  }

  /// Removes what a crash has left behind of drafts without a text, and what the editors of earlier
  /// versions have left behind of drafts that are gone.
  func sweepDrafts() {
    for place in DraftPlace.textless(in: drafts) {
      // A draft that is just being made is locked until its text exists.
      guard let file = DraftFile(takingOver: place), file.bytes() == nil else { continue }
      file.discard()
    }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: drafts)) ?? []
    let copies = names.filter { $0.hasSuffix("~") }
    guard !copies.isEmpty else { return }
    let there = draftPlaces().map(\.name)
    for copy in copies where !there.contains(where: copy.contains) { unlink("\(drafts)/\(copy)") }
  }

  /// What is told of a draft.
  ///
  /// - Parameter finished: what is known of one of this name that went, where nothing lies beside it.
  func report(_ place: DraftPlace, finished: FinishedDrafts.Draft?) -> DraftReport {
    let origin = DraftOrigin(at: place.sidecar)
    let bytes = FileManager.default.contents(atPath: place.text)?.prefix(1024) ?? Data()
    let text = String(decoding: bytes, as: UTF8.self)
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return DraftReport(
      name: place.name, path: place.text, entry: origin?.entry ?? finished?.key.entry,
      kind: origin?.kind,
      field: origin?.field ?? finished?.key.field.name.string,
      isDocument: origin?.isDocument == true, milliseconds: origin?.milliseconds,
      words: line.count > Self.excerptLength ? line.prefix(Self.excerptLength) + "…" : line,
      isOpen: DraftFile(takingOver: place) == nil)
  }

  /// Where the draft lies whose text has a path.
  func draftPlace(ofText path: String) -> DraftPlace? {
    draftPlaces().first { $0.text == path } ?? DraftPlace(ofText: path)
  }

  /// Where the draft lies that a person means by its path, its name, or the beginning of its name.
  func draftPlace(_ typed: String) throws(DeviceFailure) -> DraftPlace {
    if let place = draftPlace(ofText: typed), FileManager.default.fileExists(atPath: typed) {
      return place
    }
    let places = draftPlaces()
    let exact = places.filter { $0.name == typed }
    guard !exact.isEmpty || typed.isEmpty || TypedPrefix.isEnough(typed) else {
      throw .recovery(.tooShort(typed, atLeast: TypedPrefix.shortest))
    }
    let found = exact.isEmpty ? places.filter { $0.name.hasPrefix(typed) } : exact
    guard let first = found.first, !typed.isEmpty else {
      throw .recovery(.absent(typed))
    }
    guard found.count == 1 else {
      throw .recovery(.ambiguous(typed, among: found.prefix(8).map(\.name)))
    }
    return first
  }
}
