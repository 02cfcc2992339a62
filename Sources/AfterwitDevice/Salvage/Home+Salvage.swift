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

  /// Runs a body that reads the files of the store as they are at one moment.
  /// - Throws: ``DeviceFailure`` of the code `usage` if there is no journal, or what the body
  ///   throws.
  func atRest<Value>(_ body: () throws -> Value) throws -> Value {
    guard try isUsed() else {
      throw DeviceFailure.home(.withoutJournal(path: path))
    }
    return try Store.withFilesAtRest(inFolder: path, body)
  }

  /// Copies the file to a folder of its own: in this home or, where nothing can be written in it, in
  /// the first of the other places that takes it, where only this user can look.
  func copied(_ environment: Environment) throws -> Home {
    let name = environment.draftName("afterwit-reading")
    let places = Store.isWritable(inFolder: path) ? [path] : Self.otherPlaces
    var failure: StoreFailure?
    for place in places {
      let copy = Home(path: place + "/" + name)
      do throws(StoreFailure) {
        try Wreck.copyStore(inFolder: path, to: copy.path)
        return copy
      } catch {
        copy.remove()
        failure = failure ?? error
      }
    }
    throw failure ?? .notWritable(path)
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
