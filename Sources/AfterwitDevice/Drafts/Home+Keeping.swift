internal import AfterwitJournal

extension Home {
  /// Keeps a text for which nothing is known of what it was meant for, as no journal was opened.
  public func keep(_ text: [UInt8], environment: Environment) -> KeptWords {
    kept(text, as: nil, environment)
  }

  /// Keeps a text in the first place that takes it, with what recovering should do, if that is known.
  func kept(
    _ text: [UInt8], as content: DraftOrigin.Content?, _ environment: Environment
  ) -> KeptWords {
    for folder in [drafts] + Home.otherPlaces {
      let name = environment.draftName("kept")
      guard let path = try? keep(text, as: content, in: folder, name: name, environment) else {
        continue
      }
      let recovery = content == nil ? nil : folder == drafts ? name : path
      return .inNewDraft(path: path, recoveredBy: recovery)
    }
    return .nowhere
  }

  /// Writes a text to a draft, and beside it what recovering should do, if that is known; returns
  /// its path.
  private func keep(
    _ text: [UInt8], as content: DraftOrigin.Content?, in folder: String, name: String,
    _ environment: Environment
  ) throws -> String {
    guard let content else { return try DraftFile.write(text, in: folder, name: name) }
    let origin = DraftOrigin(milliseconds: environment.nowMilliseconds(), content: content)
    return try DraftFile(in: folder, name: name, text: text, origin: origin).path
  }
}
