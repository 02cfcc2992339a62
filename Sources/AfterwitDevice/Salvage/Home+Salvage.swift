internal import AfterwitStore

extension Home {
  /// Runs a body while no other process writes to the store of this home.
  /// - Throws: ``DeviceFailure`` of the code `usage` if there is no journal, or what the body
  ///   throws.
  func locked<Value>(_ body: () throws -> Value) throws -> Value {
    guard try isUsed() else {
      throw DeviceFailure.home(.withoutJournal(path: path))
    }
    return try Store.withLock(inFolder: path, body)
  }

  /// A folder in this home for a copy of its file; it does not exist yet.
  func scratch(_ environment: Environment) -> Home {
    Home(path: path + "/" + environment.draftName("reading"))
  }

  /// Writes words that have lost their place to a draft; returns its path, or `nil` if there are no
  /// words.
  func keep(_ words: String, _ environment: Environment) throws -> String? {
    guard !words.isEmpty else { return nil }
    return try DraftFile.write(
      Array(words.utf8), in: drafts, name: environment.draftName("salvaged"))
  }
}
