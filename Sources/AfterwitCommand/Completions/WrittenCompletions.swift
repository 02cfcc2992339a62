internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitExchange
internal import AfterwitJournal
internal import AfterwitManual

/// What words can be that name something of every journal.
enum WrittenCompletions {
  /// The words that begin with what was typed.
  static func completions(
    of value: CompletionValue, _ typed: String, _ before: [String]
  ) -> [Completion] {
    switch value {
    case .kinds: Kind.allCases.map { Completion($0.rawValue) }
    case .newKinds: (Kind.allCases.map(\.rawValue) + Kind.occasions).map { Completion($0) }
    case .fields: unique(fields.map(\.name.name.string)).map { Completion($0) }
    case .lists: unique(lists.map(\.word)).map { Completion($0) }
    case .fieldValues: assignments(of: fields + lists.flatMap(\.fields), typed)
    case .itemValues: assignments(of: lists.flatMap(\.fields), typed)
    case .keys: PreferenceKey.allCases.map { Completion($0.rawValue, $0.definition.help) }
    case .keyValues: (before.first.flatMap { PreferenceKey($0) }).map(values) ?? []
    case .templates: TemplateFile().names.map { Completion($0) }
    case .moods: (1...5).map { Completion(String($0)) }
    case .answers:
      ["mine", "theirs", "side", "both", "base", "keep", "remove", "current", "edit"]
        .map { Completion($0) }
    case .orders: ListFilter.Order.allCases.map { Completion($0.rawValue) }
    case .formats: ExportCommand.Format.allCases.map { Completion($0.rawValue) }
    case .sources: SourceFormat.allCases.map { Completion($0.rawValue) }
    case .styles: SourceOptions.DiaryStyle.allCases.map { Completion($0.rawValue) }
    case .shells: CompletionScript.allCases.map { Completion($0.rawValue) }
    default: []
    }
  }

  /// The keys of a filter, or the values of the one that was typed.
  static func terms(_ typed: String) -> [Completion] {
    guard let colon = typed.firstIndex(of: ":") else {
      return FilterKey.names.map { Completion($0) }
    }
    let key = FilterKey(rawValue: String(typed[..<colon]))
    return (key?.choices ?? []).map { Completion(typed[...colon] + $0) }
  }

  private static var fields: [FieldDefinition] { Kind.allCases.flatMap(\.fields) }
  private static var lists: [ListDefinition] { Kind.allCases.flatMap(\.lists) }

  /// Fields with their sign, and behind it the values of those that have a fixed set.
  private static func assignments(of fields: [FieldDefinition], _ typed: String) -> [Completion] {
    guard let sign = typed.firstIndex(of: "=") else {
      return unique(fields.map(\.name.name.string)).map { Completion($0 + "=") }
    }
    let name = String(typed[..<sign])
    let values = fields.filter { $0.name.name.string == name }.flatMap { field -> [String] in
      switch field.rule {
      case .choice(let words): words
      case .flag: ["yes", "no"]
      default: []
      }
    }
    return unique(values).map { Completion(name + "=" + $0) }
  }

  private static func values(of key: PreferenceKey) -> [Completion] {
    switch key.definition.form {
    case .choice(let words), .list(let words): words.map { Completion($0) }
    case .text: key == .template ? TemplateFile().names.map { Completion($0) } : []
    }
  }

  private static func unique(_ names: [String]) -> [String] {
    names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
