internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitExchange
internal import AfterwitJournal
internal import AfterwitWire

/// What a source's entry is as an entry of the journal: its kind, and a value for each field.
struct ImportedEntry {
  /// A short value or a text, by the family of its field.
  typealias Value = (field: FieldName, value: String)

  let kind: Kind
  let place: SourcePlace
  /// The occasion, where it is a reflection.
  let occasion: String?
  /// Registers and texts, each field once.
  private(set) var values: [Value] = []
  /// Elements of sets, each once.
  private(set) var elements: [Value] = []
  /// Tags that the person gives it; no matter of what its source says.
  let givenTags: [String]
  /// What its counter stands at, where it has one.
  private(set) var count: (field: FieldName, sum: Int)?
  /// Elements of lists.
  private(set) var items: [SourceEntry.Item] = []
  /// What a person should know of it.
  private(set) var notes: [ImportNote] = []

  /// What an entry is by the choice of the person.
  init(_ source: SourceEntry, _ choice: ImportChoice, shapes: ImportShapes) {
    let kind = choice.kind ?? source.kind ?? .reflection
    self.kind = kind
    place = source.place
    givenTags = choice.tags.map { Tag.normalized($0) }
    var isOwn = false
    if case .own = source.identity { isOwn = true }
    let named = source.fields.last { $0.name == "occasion" }?.value
    occasion = kind == .reflection && !isOwn ? named ?? choice.occasion : nil
    var body = source.body
    if let title = source.title.map({ Substring($0).trimmed }), !title.isEmpty {
      if title.utf8.count <= ImportShapes.valueLimit {
        values.append((shapes.title, String(title)))
      } else {
        notes.append(ImportNote(place, .longTitle))
        body = body.isEmpty ? String(title) : title + "\n\n" + body
      }
    }
    if !body.isEmpty { values.append((kind.defaultField, body)) }
    if kind == .reflection {
      if let day = source.day { values.append((shapes.day, day.description)) }
      if let time = source.time { values.append((shapes.time, time.description)) }
    }
    if source.isStarred { values.append((shapes.starred, "true")) }
    for tag in source.tags { add(element: Tag.normalized(tag), of: shapes.tags) }
    for field in source.fields where isOwn || field.name != "occasion" {
      add(field, shapes, asItIs: isOwn)
    }
    for item in source.items {
      if shapes.list(item.list, of: kind) != nil {
        items.append(item)
      } else {
        let words = item.fields.first?.value ?? ""
        notes.append(ImportNote(place, .source(.leftOut(words, of: item.list))))
      }
    }
  }

  /// Adds a value of a field.
  ///
  /// - Parameter asItIs: whether it was stored so before.
  private mutating func add(
    _ field: SourceEntry.Field, _ shapes: ImportShapes, asItIs: Bool
  ) {
    if let counter = kind.counter, counter.name.string == field.name, let sum = Int(field.value),
      1...Int(Int32.max) ~= sum
    {
      count = (counter, sum)
      return
    }
    guard let definition = shapes.field(field.name, of: kind),
      let value = asItIs && field.value.utf8.count <= shapes.limit(of: definition)
        ? field.value : shapes.normalized(field.value, in: definition)
    else {
      notes.append(ImportNote(place, .misfit(field: field.name, value: field.value)))
      return
    }
    switch definition.name.family {
    case .set: add(element: value, of: definition.name)
    case .register, .text:
      values.removeAll { $0.field == definition.name }
      if !value.isEmpty || asItIs && definition.name.family == .register {
        values.append((definition.name, value))
      }
    case .presence, .counter, .list, .log, .undo, nil:
      notes.append(ImportNote(place, .misfit(field: field.name, value: field.value)))
    }
  }

  private mutating func add(element: String, of field: FieldName) {
    guard 1...ImportShapes.elementLimit ~= element.utf8.count else {
      if !element.isEmpty {
        notes.append(ImportNote(place, .misfit(field: field.name.string, value: element)))
      }
      return
    }
    let exact = ExactString(element)
    guard !elements.contains(where: { $0.field == field && ExactString($0.value) == exact })
    else { return }
    elements.append((field, element))
  }

  /// The value of a field; empty where it says none.
  func value(of field: FieldName) -> String {
    values.first { $0.field == field }?.value ?? ""
  }
}
