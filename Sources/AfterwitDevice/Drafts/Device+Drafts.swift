internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitText

extension Device {
  /// The drafts of this home, by name.
  public func drafts() -> [DraftReport] {
    home.draftPlaces().map { report($0) }
  }

  /// The draft that a person means by its name, the beginning of it, or its path.
  public func draft(_ typed: String) throws(DeviceFailure) -> DraftReport {
    report(try home.draftPlace(typed))
  }

  private func report(_ place: DraftPlace) -> DraftReport {
    let finished = try? reading { transaction in try transaction.finishedDrafts()[place.name] }
    return home.report(place, finished: finished ?? nil)
  }

  /// Takes a draft away for ever.
  public func drop(_ draft: DraftReport) throws(DeviceFailure) {
    try takeOver(draft).discard()
  }

  func takeOver(_ draft: DraftReport) throws(DeviceFailure) -> DraftFile {
    guard let place = home.draftPlace(ofText: draft.path) else {
      throw .recovery(.gone(path: draft.path))
    }
    guard let file = DraftFile(takingOver: place) else {
      throw .recovery(.open(name: draft.name))
    }
    return file
  }

  /// Writes a text and where it belongs to files of its own.
  ///
  /// A draft that shows the same and that nobody has changed may be what a window still shows, so
  /// it is opened again.
  ///
  /// - Parameter notes: the lines below the text that are only for reading.
  func makeDraft(
    of key: FieldKey, shown: ShownText, version: [EnvelopeID], notes: [String] = []
  ) throws(DeviceFailure) -> Draft {
    let id = key.element?.id.shortText ?? key.entry.shortText
    home.sweepDrafts()
    let origin = DraftOrigin(
      milliseconds: environment.nowMilliseconds(),
      content: .opened(key, version: version, shown: shown, notes: notes))
    let text = Array(NotedText(shown.text, notes: notes).file.utf8)
    let file = try DeviceFailure.naming {
      if let left = untouchedDraft(of: key, shown: shown, holding: text) {
        return try DraftFile(renewing: left, as: origin)
      }
      return try DraftFile(
        in: home.drafts, name: environment.draftName("\(id)-\(key.field.name.string)"),
        text: text, origin: origin)
    }
    return Draft(key: key, basis: shown, version: version, notes: notes, file: file)
  }

  /// A draft that shows the same, is used by nobody, and was left as it was opened.
  private func untouchedDraft(
    of key: FieldKey, shown: ShownText, holding text: [UInt8]
  ) -> DraftFile? {
    for place in home.draftPlaces() {
      guard case .opened(key, _, shown, _)? = DraftOrigin(at: place.sidecar)?.content,
        let file = DraftFile(takingOver: place), file.bytes() == text
      else { continue }
      return file
    }
    return nil
  }
}
