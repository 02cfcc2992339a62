internal import AfterwitEncoding
internal import AfterwitText

extension Device {
  /// The drafts of this home, by name.
  public func drafts() -> [DraftReport] {
    home.draftPaths().map { home.report($0) }
  }

  /// The draft that a person means by its name, the beginning of it, or its path.
  public func draft(_ typed: String) throws(DeviceFailure) -> DraftReport {
    home.report(try home.draftPath(typed))
  }

  /// Takes a draft away for ever.
  public func drop(_ draft: DraftReport) throws(DeviceFailure) {
    try takeOver(draft).discard()
  }

  func takeOver(_ draft: DraftReport) throws(DeviceFailure) -> DraftFile {
    guard let file = DraftFile(takingOver: draft.path) else {
      throw .recovery(.open(name: draft.name))
    }
    return file
  }

  /// Writes a text and where it belongs to files of its own.
  func makeDraft(
    of entry: EntryID, field: String, shown: ShownText, version: [EnvelopeID]
  ) throws(DeviceFailure) -> Draft {
    home.sweepDrafts()
    let origin = DraftOrigin(
      milliseconds: environment.nowMilliseconds(),
      content: .opened(entry: entry, field: field, version: version, shown: shown))
    let file = try DeviceFailure.naming {
      try DraftFile(
        in: home.drafts, name: environment.draftName("\(entry.shortText)-\(field)"),
        text: shown.text, origin: origin)
    }
    return Draft(entry: entry, field: field, basis: shown, version: version, file: file)
  }
}
