internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal

/// An item of a list to read: what it says it is behind its id, its short values, its further texts.
struct ElementPage {
  /// What stands before the further texts of an item.
  private static let indent = "          "

  /// How the page is dressed.
  let style: Style

  /// An item as a line of its list, with its further texts below.
  func lines(_ element: ElementView, in list: ListDefinition?) -> String {
    let main = list?.mainField.name
    let mark = list?.doneField == nil ? [] : [element.isDone ? "[x]" : "[ ]"]
    let words = main.map { element.words(of: $0) } ?? ""
    let id = element.id.shortText
    let head = (mark + [style.line(words)] + short(element, but: main)).filter { !$0.isEmpty }
    let others = element.fields.compactMap { field -> String? in
      guard field.name != main, case .text(let text) = field.value else { return nil }
      let name = field.name.name.string
      return Self.indent + style.faint(name) + "  "
        + wrapped(style.plain(text), behind: Self.indent.count + name.columns + 2)
    }
    let line = wrapped(head.joined(separator: "  "), behind: id.count + 2)
    return ([style.faint(id) + (line.isEmpty ? "" : "  " + line)] + others)
      .joined(separator: "\n")
  }

  /// An item as a page of its own.
  func text(_ element: ElementReport) -> String {
    let word = element.list?.word ?? element.key.element.list.name.string
    let title = element.list.map { element.view.title(in: $0) } ?? ""
    let head = [
      style.bold(style.line(title.isEmpty ? "(no title)" : title)),
      style.faint(
        [
          element.key.element.id.shortText, word, "in " + style.line(element.entry.label),
          element.isRemoved ? "deleted" : "", OpenReviews.mark(element.view.openParts.count),
        ].filter { !$0.isEmpty }.joined(separator: " · ")),
    ]
    let fields = element.view.fields.map { field in
      let name = field.name.name.string
      return style.bold(name) + "  "
        + wrapped(style.plain(EntryPage.exact(field.value)), behind: name.columns + 2)
    }
    return (head + fields).joined(separator: "\n")
  }

  /// The short values of an item, each with its name.
  private func short(_ element: ElementView, but main: FieldName?) -> [String] {
    element.fields.compactMap { field in
      guard field.name != main, field.name != FieldName(ofElement: .done),
        case .register(let shown, _) = field.value, !shown.isEmpty
      else { return nil }
      return field.name.name.string + " " + style.line(shown)
    }
  }

  /// A text behind something else on its line; its further lines begin below its own first column.
  private func wrapped(_ text: String, behind columns: Int) -> String {
    let text = text.wrapped(toColumns: style.width, indent: columns)
    guard style.width == nil else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\n" + Self.indent)
  }
}
