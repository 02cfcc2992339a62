internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal

/// An entry as a page to read: a head, the short fields aligned, then each text under its name.
///
/// On a terminal, texts are wrapped at words; in a pipe they stay as they are.
struct EntryPage {
  /// How the page is dressed.
  let style: Style
  /// What ids of entries and items stand for, in the person's words.
  var links: [String: String] = [:]
  /// The fields in which something is under review, with every version of each place.
  var places: [String: ReviewedText] = [:]
  /// Which version it is; `nil` for what stands now.
  var version: String?

  /// The page, without a final newline.
  func text(_ entry: EntryView) -> String {
    let title = entry.register(.title) ?? Self.name(of: entry)
    let head = [
      style.bold(wrapped(style.line(title))),
      style.faint(
        wrapped(
          [
            entry.id.shortText, entry.kindName, "written " + Moment(entry.created).local,
            entry.modified == entry.created ? "" : "changed " + Moment(entry.modified).local,
            entry.isDeleted ? "deleted" : "", version ?? "",
            OpenReviews.mark(entry.openPartCount),
          ].filter { !$0.isEmpty }.joined(separator: " · "))),
    ]
    let short = shortFields(entry)
    let texts = ordered(entry).compactMap { name, value -> String? in
      switch value {
      case .text(let text):
        return style.bold(name) + "\n" + body(text, of: name)
      case .list(let elements):
        let page = ElementPage(style: style)
        let list = entry.kind?.list(named: name)
        return ([style.bold(name)] + elements.map { page.lines($0, in: list) })
          .joined(separator: "\n")
      case .register, .set, .counter: return nil
      }
    }
    return ([head + short].map { $0.joined(separator: "\n") } + texts).joined(separator: "\n\n")
  }

  /// What an entry without a title is called: whom it tells of, or what it is; its text follows.
  private static func name(of entry: EntryView) -> String {
    let kind = (entry.register(.occasion) ?? entry.kindName).capitalizedFirst
    guard entry.organisation != nil else { return kind.isEmpty ? "(no title)" : kind }
    return kind + ": " + entry.eventName
  }

  /// What one field shows, exactly: a register's value, a text, a set's elements a line each.
  static func exact(_ value: FieldView) -> String {
    switch value {
    case .text(let text): text
    case .register(let shown, _): shown
    case .set(let elements): elements.joined(separator: "\n")
    case .counter(let sum): String(sum)
    case .list(let elements):
      elements.map { $0.fields.map { exact($0.value) }.joined(separator: "\n") }
        .joined(separator: "\n")
    }
  }

  private func body(_ text: String, of name: String) -> String {
    guard let reviewed = places[name] else {
      return wrapped(style.plain(text))
    }
    return wrapped(style.plain(reviewed.text))
  }

  private func wrapped(_ text: String, indent: Int = 0) -> String {
    style.width == nil ? text : text.wrapped(toColumns: style.width, indent: indent)
  }

  private func shortFields(_ entry: EntryView) -> [String] {
    let rows = ordered(entry).compactMap { name, value -> (String, String)? in
      switch value {
      case .text, .list: return nil
      case .register(let shown, _):
        guard name != "title", !shown.isEmpty else { return nil }
        return (name, style.line(places[name].map(\.text) ?? linked(shown, name, in: entry.kind)))
      case .set(let elements):
        let shown = name == "tags" ? entry.tags : elements
        return (
          name, shown.map { style.line(linked($0, name, in: entry.kind)) }.joined(separator: ", ")
        )
      case .counter(let sum):
        return (name, String(sum))
      }
    }
    let width = rows.map(\.0.columns).max() ?? 0
    return rows.map { style.faint($0.padded(to: width)) + "  " + wrapped($1, indent: width + 2) }
  }

  /// A value as a person reads it: an id with what it stands for.
  private func linked(_ value: String, _ field: String, in kind: Kind?) -> String {
    switch kind?.field(named: field)?.rule {
    case .entry, .origin: links[value] ?? value
    default: value
    }
  }

  /// The fields in the kind's order, those it does not know last.
  private func ordered(_ entry: EntryView) -> [(String, FieldView)] {
    let kind = entry.kind
    let known = (kind?.fields ?? []).map(\.name.name) + (kind?.lists ?? []).map(\.name.name)
    let places = Dictionary(uniqueKeysWithValues: zip(known, 0...))
    return entry.fields.enumerated().sorted { left, right in
      (places[left.element.name.name] ?? known.count, left.offset)
        < (places[right.element.name.name] ?? known.count, right.offset)
    }.map { ($0.element.name.name.string, $0.element.value) }
  }
}
