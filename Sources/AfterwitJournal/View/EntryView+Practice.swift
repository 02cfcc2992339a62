public import AfterwitDocument

// What the practice asks of an entry (its fields by their names in the table of codes).

extension EntryView {
  /// The value a register shows, or `nil` where it shows none.
  public func register(_ field: CodedField) -> String? { register(field.rawValue) }
  /// The text of a text field, empty where it has none.
  public func text(_ field: CodedField) -> String { text(field.rawValue) }
  /// The elements of a list, in their order.
  public func list(_ field: CodedField) -> [ElementView] { list(field.rawValue) }

  /// The organisation.
  public var organisation: String? { register(.organisation) }
  /// The people who were there for the person.
  public var support: [String] { self.set(FieldName.support.name.string) }

  /// The ids of the entries and elements that the entry came from, and of the attempt it follows.
  public var origins: [String] {
    self.set(CodedField.from.rawValue) + [register(.after)].compactMap(\.self)
  }

  /// The ids of the goals and mantras that the entry names as its own.
  public var named: [String] {
    self.set(CodedField.goals.rawValue) + self.set(CodedField.mantras.rawValue)
  }

  /// The elements of all its lists.
  public var elements: [ElementView] {
    fields.flatMap { field -> [ElementView] in
      if case .list(let elements) = field.value { elements } else { [] }
    }
  }

  /// Whether the reflection tells of a rejection, or of a mood of 1 or 2.
  public var isHard: Bool {
    isRejection || mood.map { $0 <= 2 } ?? false
  }
  /// Whether the reflection tells of a rejection.
  public var isRejection: Bool { register(.occasion) == "rejection" }

  /// The mood that it tells of.
  public var mood: Int? { register(.mood).flatMap { Int($0) } }
  /// One of the few values that a register holds; a goal is active before anybody wrote its state.
  public func choice(_ field: CodedField) -> String? {
    register(field) ?? (field == .state && kind == .goal ? "active" : nil)
  }

  /// Whether a goal is neither met nor dropped.
  public var isActive: Bool { [nil, "active"].contains(register(.state)) }

  /// The days on which something in it is due: follow-ups that are not done, or an active goal;
  /// ascending, each once.
  public var dueDays: [Day] {
    if kind == .goal {
      return isActive ? [register(.due)].compactMap { $0.flatMap { Day($0) } } : []
    }
    let days = list(.followUps).filter { !$0.isDone }
      .compactMap { Day($0.words(of: FieldName(ofElement: .due))) }
    return days.count < 2 ? days : Set(days).sorted()
  }

  /// Whether the reflection has any part of a story.
  public var hasStory: Bool { StoryPart.allCases.contains { !text($0.field).isEmpty } }

  /// Whether anything in it tells how it was; what is to be asked there, and what is to follow, is
  /// noted before too.
  public var isTold: Bool {
    let before = [FieldName(.asks), FieldName(.followUps)]
    return fields.contains { name, value in
      switch value {
      case .text(let text): !text.isEmpty
      case .list(let elements): !elements.isEmpty && !before.contains(name)
      case .register, .set, .counter: false
      }
    }
  }
}
