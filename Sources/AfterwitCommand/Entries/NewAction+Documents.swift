internal import AfterwitDevice
internal import AfterwitEncoding
internal import AfterwitJournal

extension NewAction {
  /// The template that is named, or else the usual one.
  func chosenTemplate(for subject: TypedKind) throws(CommandFailure) -> Template {
    if let template { return try TemplateFile().template(template, of: subject.kind) }
    return preferredTemplate(for: subject)
      ?? .usual(of: subject.kind, occasion: subject.occasion)
  }

  /// The template that the person has chosen for all that it fits; `nil` where it does not.
  private func preferredTemplate(for subject: TypedKind) -> Template? {
    guard let name = Preferences.present.template else { return nil }
    let files = TemplateFile()
    guard files.names.contains(name) else {
      Output.talk("There is no template \"\(name)\", which your configuration names.")
      return nil
    }
    guard let template = try? files.template(name, of: subject.kind) else { return nil }
    let fits = template.occasion == nil || subject.occasion == nil
    return fits || template.occasion == subject.occasion ? template : nil
  }

  /// Asks by a template, and makes the entry.
  ///
  /// - Parameter makesAnyway: whether to make the entry where every prompt was skipped.
  /// - Returns: The entry; `nil` where nothing was said.
  func form(
    _ template: Template, _ edits: [FieldEdit], makesAnyway: Bool, on device: Device
  ) throws -> EditOutcome? {
    let prompts = template.prompts.filter { prompt in
      !edits.contains { $0.field == prompt.field }
    }
    let edits = edits + occasion(of: template, besides: edits)
    let opened = try device.document(
      ofNew: template.kind, edits: edits, headings: prompts.map(\.field), notes: Self.notes(edits))
    var session = FormSession(prompts, for: opened, on: device)
    if let outcome = try session.run() { return outcome }
    return makesAnyway ? try device.carryOut(EditRequest(.new(template.kind), edits)) : nil
  }

  /// Opens a document of the entry in the person's editor, and makes the entry.
  ///
  /// - Returns: The entry; `nil` where the editor may have opened a window.
  func document(
    _ template: Template, _ edits: [FieldEdit], on device: Device
  ) async throws -> EditOutcome? {
    let prompts = template.prompts.filter { prompt in
      !edits.contains { $0.field == prompt.field }
    }
    let edits = edits + occasion(of: template, besides: edits)
    let opened = try device.document(
      ofNew: template.kind, edits: edits, headings: prompts.map(\.field),
      notes: Self.notes(edits) + prompts.map { "\($0.field): \($0.words)" })
    let draft = try device.makeDraft(of: opened)
    guard try await Editor.standard.open(draft, otherwise: "afterwit new") == .done else {
      return nil
    }
    guard !draft.discardIfUntouched() else {
      throw DeviceFailure.edit(.nothingSaid(of: .entry(template.kind)))
    }
    return try device.commit(draft)
  }

  /// The occasion that a template is for, where none was typed.
  private func occasion(of template: Template, besides edits: [FieldEdit]) -> [FieldEdit] {
    guard let occasion = template.occasion, !edits.contains(where: { $0.field == "occasion" })
    else { return [] }
    return [.set(field: "occasion", value: occasion)]
  }

  /// What is given beside the document, to be read in it.
  private static func notes(_ edits: [FieldEdit]) -> [String] {
    edits.map { edit in
      switch edit {
      case .set(let field, let value), .add(let field, let value), .replace(let field, let value),
        .append(let field, let value), .remove(let field, let value):
        "\(field): \(value)"
      }
    }
  }
}
