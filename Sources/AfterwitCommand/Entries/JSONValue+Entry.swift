internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal

extension JSONValue {
  /// An entry, in the schema of a verb; `list`, `find` and `show` share one shape.
  ///
  /// - Parameters:
  ///   - only: the one field to include; all fields where it is `nil`.
  ///   - version: the number of the version that it is; `nil` for what stands now.
  static func document(
    _ entry: EntryView, verb: String, reviews: [ReviewID], only: String? = nil,
    version: Int? = nil, match: Excerpt? = nil
  ) -> JSONValue {
    let fields = entry.fields.compactMap { name, value -> Member? in
      guard only.map({ ExactString($0) == name.name }) ?? true,
        let value = JSONValue(value, of: name.name.string, in: entry.kind)
      else { return nil }
      return Member(name: name.name.string, value: value)
    }
    var members: [Member] = [
      Member(name: "schema", value: .string("afterwit.\(verb)/2")),
      Member(name: "id", value: .string(entry.id.text)),
      Member(name: "kind", value: .string(entry.kindName)),
      Member(name: "title", value: .string(entry.title)),
      Member(name: "created", value: .string(Moment(entry.created).iso8601)),
      Member(name: "modified", value: .string(Moment(entry.modified).iso8601)),
      Member(name: "deleted", value: .flag(entry.isDeleted)),
      Member(name: "tags", value: .list(entry.tags.map { .string($0) })),
      Member(name: "starred", value: .flag(entry.isStarred)),
      Member(name: "reviews", value: .list(reviews.map { .string($0.text) })),
      Member(name: "fields", value: .object(fields)),
    ]
    if let version { members.append(Member(name: "version", value: .integer(version))) }
    if let match {
      members.append(Member(name: "match", value: .string(match.text)))
      members.append(Member(name: "matched", value: .string(match.field.name.string)))
    }
    return .object(members)
  }

  /// An item of a list.
  static func document(
    _ element: ElementReport, only: String? = nil, version: Int? = nil
  ) -> JSONValue {
    let fields = element.view.fields.filter { field in
      only.map { ExactString($0) == field.name.name } ?? true
    }
    let shown = ElementView(id: element.view.id, fields: fields)
    var members: [Member] = [
      Member(name: "schema", value: .string("afterwit.item/1")),
      Member(name: "id", value: .string(element.key.element.id.text)),
      Member(name: "entry", value: .string(element.key.entry.text)),
      Member(name: "list", value: .string(element.key.element.list.name.string)),
      Member(
        name: "fields",
        value: .object(Self.members(of: shown, in: only == nil ? element.list : nil))),
      Member(name: "deleted", value: .flag(element.isRemoved)),
    ]
    if let version { members.append(Member(name: "version", value: .integer(version))) }
    return .object(members)
  }

  /// What a field of an entry shows: a number where it takes numbers, a flag where it takes yes or no;
  /// `nil` where it takes a number and shows none.
  init?(_ value: FieldView, of name: String, in kind: Kind?) {
    guard case .register(let shown, _) = value else {
      self.init(value, of: kind?.list(named: name))
      return
    }
    switch kind?.field(named: name)?.rule {
    case .flag: self = .flag(shown == "true")
    case .scale where shown.isEmpty: return nil
    case .scale: self = Int(shown).map { .integer($0) } ?? .string(shown)
    case .words, .date, .time, .cadence, .choice, .entry, .origin, .tag, nil: self = .string(shown)
    }
  }

  /// What a field shows.
  init(_ value: FieldView, of list: ListDefinition? = nil) {
    self =
      switch value {
      case .text(let text): .string(text)
      case .register(let shown, _): .string(shown)
      case .set(let elements): .list(elements.map { .string($0) })
      case .counter(let sum): .integer(sum)
      case .list(let elements):
        .list(
          elements.map { element in
            .object(
              [Member(name: "id", value: .string(element.id.text))]
                + Self.members(of: element, in: list))
          })
      }
  }

  /// The fields of an element; whether it is done is a flag, and always there in a list of what is to
  /// be done.
  static func members(of element: ElementView, in list: ListDefinition?) -> [Member] {
    let done = FieldName(ofElement: .done)
    let others = element.fields.filter { $0.name != done }.map {
      Member(name: $0.name.name.string, value: JSONValue($0.value))
    }
    guard list?.doneField != nil || element.value(of: done) != nil else { return others }
    return others + [Member(name: done.name.string, value: .flag(element.isDone))]
  }
}
