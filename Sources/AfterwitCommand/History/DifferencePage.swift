internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitText

/// What differs between two versions of an entry as a page: which they are, then each field with what
/// differs marked.
struct DifferencePage {
  private static let indent = 4

  /// How the page is dressed.
  let style: Style

  /// The page, without a final newline.
  func text(_ difference: EntryDifference) -> String {
    let first = difference.first.map(Self.name) ?? "version 0"
    let head =
      style.bold(style.line(difference.entry.label)) + "\n"
      + style.faint(style.line("\(first) to \(Self.name(difference.last))"))
    let parts = difference.parts.map { part($0, of: difference.entry) }
    return ([head] + (parts.isEmpty ? ["Nothing differs."] : parts)).joined(separator: "\n")
  }

  /// A version with who made it, and when.
  private static func name(_ version: EntryVersion) -> String {
    "version \(version.number) (\(version.writer.place), "
      + "\(Moment(milliseconds: version.writer.milliseconds).local))"
  }

  private func part(_ part: EntryDifference.Part, of entry: EntryView) -> String {
    let place = style.bold(
      [part.field ?? entry.kindName, part.item?.shortText, part.itemField].compactMap(\.self)
        .joined(separator: " "))
    let list = part.field.flatMap { entry.kind?.list(named: $0) }
    switch part.turn {
    case .came(let element): return place + "  came" + words(of: element, in: list)
    case .went(let element): return place + "  removed" + words(of: element, in: list)
    case .moved: return place + "  moved"
    case .value(.set(let old)?, .set(let new)?): return place + "  " + elements(old, new)
    case .value(.set(let old)?, nil): return place + "  " + elements(old, [])
    case .value(nil, .set(let new)?): return place + "  " + elements([], new)
    case .value(let old, let new):
      let isText = [old, new].contains { if case .text? = $0 { true } else { false } }
      let (old, new) = (old.map(EntryPage.exact) ?? "", new.map(EntryPage.exact) ?? "")
      let comparison = TextComparison(from: old, to: new)
      guard isText || comparison.sharesWords else {
        return place + "  " + style.line(old.isEmpty ? "(nothing)" : old) + " → "
          + style.line(new.isEmpty ? "(nothing)" : new)
      }
      var text = DressedText(style)
      text.append(comparison.shortened)
      return place + "\n" + text.text(indent: Self.indent)
    }
  }

  private func words(of element: ElementView?, in list: ListDefinition?) -> String {
    guard let element, let list else { return "" }
    return ": " + style.line(element.title(in: list))
  }

  private func elements(_ old: [String], _ new: [String]) -> String {
    let (before, after) = (Set(old.map { ExactString($0) }), Set(new.map { ExactString($0) }))
    let added = after.subtracting(before).sorted().map {
      ("{+", $0.string, "+}", Style.Dress.added)
    }
    let removed = before.subtracting(after).sorted().map {
      ("[-", $0.string, "-]", Style.Dress.removed)
    }
    return (added + removed).map { open, word, close, dress in
      style.dressed(style.line(style.colours ? word : open + word + close), as: dress)
    }.joined(separator: " ")
  }
}
