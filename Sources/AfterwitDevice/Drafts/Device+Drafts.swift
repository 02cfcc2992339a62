internal import AfterwitDocument
public import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitStore
internal import AfterwitText

// An editor may stay open for hours while other processes of this home write and sync. The draft
// therefore remembers the version that was shown, and its edit is made on that version: it merges
// with what came meanwhile as any other device's edit would. It survives the end of every process
// that knew of it (see `DraftOrigin`), and is deleted only after the commit has returned.
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
        let key = FieldKey(entry: id, field: field)
        let state = try transaction.state(of: key)
        try state?.requireUnderstood(field)
        return (
          name, try transaction.shownText(of: key, in: state), try transaction.frontierIDs()
        )
      }
      return try makeDraft(of: id, field: name, shown: shown, version: version)
    }
  }

  /// Writes a text and where it belongs to files of its own.
  func makeDraft(
    of entry: EntryID, field: String, shown: ShownText, version: [EnvelopeID]
  ) throws -> Draft {
    home.sweepDrafts()
    let file = try DraftFile(
      in: home.drafts, name: environment.draftName("\(entry.shortText)-\(field)"),
      text: shown.text,
      origin: DraftOrigin(
        milliseconds: environment.nowMilliseconds(),
        content: .opened(entry: entry, field: field, version: version, shown: shown)))
    return Draft(entry: entry, field: field, basis: shown, version: version, file: file)
  }

  /// Records what the draft's file says now, made on the version that was shown.
  ///
  /// - Returns: `false` where the text is the one that was shown.
  public func commit(_ draft: Draft) throws(DeviceFailure) -> Bool {
    try DeviceFailure.naming {
      let difference = try draft.difference()
      if !difference.isEmpty {
        let key = FieldKey(
          entry: draft.entry, field: FieldName(draft.field, family: .text))
        do {
          try store.write { transaction in
            try transaction.state(of: key)?.requireUnderstood(key.field)
            let author = try Author(environment: environment, transaction: transaction)
            try author.record(
              [Change.Block(key: key, operations: .text(difference))], on: draft.version)
            try transaction.setProperty(.lastEntry, to: draft.entry.bytes)
          }
        } catch {
          throw draft.kept(DeviceFailure(cause: error))
        }
      }
      draft.file.discard()
      return !difference.isEmpty
    }
  }
}

extension Draft {
  /// The failure of an edit whose text is safe in the draft's file.
  public func kept(_ failure: DeviceFailure) -> DeviceFailure {
    DeviceFailure(
      failure.code, failure.happened, safe: "Your text is kept in \(path).",
      next: failure.next + (failure.next.hasSuffix(".") ? " To" : "; to")
        + " save it: afterwit draft recover \(file.name)")
  }

  /// What makes the text that was shown into the one that the file holds now.
  func difference() throws -> [TextOperation] {
    let text = try editedText()
    guard !text.utf8.elementsEqual(shown.utf8) else { return [] }
    return TextDifference.operations(from: basis, to: text)
  }

  /// What the file says now, without the newline that editors add to a last line.
  private func editedText() throws -> String {
    guard let data = file.bytes() else {
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
          next: "To empty the field on purpose: afterwit edit ID --field FIELD --text \"\"."))
    }
    let isAdded = text.hasSuffix("\n") && !shown.hasSuffix("\n")
    return isAdded ? String(text.unicodeScalars.dropLast()) : text
  }
}

extension Environment {
  /// A name for a new draft.
  func draftName(_ label: String) -> String {
    "\(label)-\(Base32.encode(randomBytes(5)))"
  }
}
