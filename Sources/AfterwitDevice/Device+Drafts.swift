internal import AfterwitDocument
public import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitStore
internal import FoundationEssentials
internal import Glibc

// An editor may stay open for hours while other processes of this home write and sync. The draft
// therefore remembers the version that was shown, and its edit is made on that version: it merges
// with what came meanwhile as any other device's edit would. The file is deleted only after the
// commit has returned.
extension Device {
  /// Opens a text for editing and writes it to a file of its own.
  ///
  /// - Parameter field: the text field; `nil` for the kind's default one.
  public func openDraft(_ id: EntryID, field: String?) throws(DeviceFailure) -> Draft {
    try DeviceFailure.naming {
      let (name, shown, version) = try store.read { transaction in
        let kind = try transaction.kind(of: id)
        let name = field ?? kind.defaultField.name.string
        guard let field = kind.field(named: name)?.name, field.family == .text else {
          throw DeviceFailure(
            .usage, "A \(kind.rawValue) has no long text “\(name)”.",
            safe: "Nothing was changed.", next: "Use --set, --add or --remove for short values.")
        }
        try transaction.state(of: FieldKey(entry: id, field: field))?.requireUnderstood(field)
        let shown = try transaction.view(of: id)?.text(name) ?? ""
        return (name, shown, try transaction.frontierIDs())
      }
      let path = try home.keep(
        shown, in: home.drafts, environment: environment, label: "\(id.shortText)-\(name)")
      return Draft(entry: id, field: name, shown: shown, path: path, version: version)
    }
  }

  /// Records what the draft's file says now, made on the version that was shown.
  ///
  /// - Returns: `false` where the text is the one that was shown.
  public func commit(_ draft: Draft) throws(DeviceFailure) -> Bool {
    try DeviceFailure.naming {
      let text = try draft.editedText()
      let isChanged = !text.utf8.elementsEqual(draft.shown.utf8)
      if isChanged {
        let difference = TextDifference.operations(
          from: draft.shown, to: text, answering: draft.answers)
        let key = FieldKey(
          entry: draft.entry, field: FieldName(draft.field, family: .text))
        do {
          try store.write { transaction in
            try transaction.state(of: key)?.requireUnderstood(key.field)
            let author = Author(
              identity: identity, environment: environment, transaction: transaction)
            try author.record(
              [Change.Block(key: key, operations: .text(difference))], on: draft.version)
            try transaction.setProperty(.lastEntry, to: draft.entry.bytes)
          }
        } catch {
          throw draft.kept(DeviceFailure(cause: error))
        }
      }
      unlink(draft.path)
      return isChanged
    }
  }
}

extension Draft {
  /// The failure of an edit whose text is safe in the draft's file.
  public func kept(_ failure: DeviceFailure) -> DeviceFailure {
    DeviceFailure(
      failure.code, failure.happened, safe: "Your text is kept in \(path).", next: failure.next)
  }

  /// What the file says now, without the newline that editors add to a last line.
  fileprivate func editedText() throws -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw DeviceFailure(
        .failed, "The draft \(path) is gone.", safe: "Nothing in the journal was changed.",
        next: "Open the entry again.")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw kept(
        DeviceFailure(
          .usage, "The text is not valid UTF-8.", safe: "", next: "Save it as UTF-8, and repeat."))
    }
    guard !text.isEmpty || shown.isEmpty else {
      throw kept(
        DeviceFailure(
          .usage, "The editor left an empty text.", safe: "",
          next: "To empty the field on purpose: afterwit edit ID --field FIELD --text \"\""))
    }
    let isAdded = text.hasSuffix("\n") && !shown.hasSuffix("\n")
    return isAdded ? String(text.unicodeScalars.dropLast()) : text
  }
}

extension Home {
  /// Where a text may be kept when the home's own disk does not take it, best first.
  static var otherPlaces: [String] {
    [getenv("XDG_RUNTIME_DIR"), getenv("TMPDIR")].compactMap { $0.map { String(cString: $0) } }
      + ["/tmp"]
  }

  /// Writes a text to a new private file in a folder, durably; nothing is left of it otherwise.
  func keep(
    _ text: String, in folder: String, environment: Environment, label: String = "kept"
  ) throws -> String {
    if mkdir(folder, 0o700) != 0, errno != EEXIST {
      throw StoreFailure.notWritable("\(folder): \(String(cString: strerror(errno)))")
    }
    let suffix = Base32.encode(environment.randomBytes(5))
    let path = "\(folder)/\(label)-\(suffix).md"
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw StoreFailure.notWritable("\(path): \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    guard Self.write(text, to: descriptor) else {
      let reason = String(cString: strerror(errno))
      unlink(path)
      throw StoreFailure.input("\(path): \(reason)")
    }
    return path
  }

  /// Writes a text to an open file, durably; `false` leaves the reason in `errno`.
  private static func write(_ text: String, to descriptor: Int32) -> Bool {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { return false }
      bytes = bytes.dropFirst(max(count, 0))
    }
    return fsync(descriptor) == 0
  }
}
