public import AfterwitDocument

/// A list of a kind: how people call one of its elements, and what fields an element has.
public struct ListDefinition: Hashable, Sendable {
  /// The list.
  public let name: FieldName
  /// One element of it, in a word.
  public let word: String
  /// The fields of an element that can be written, the main one first, in the order in which they are
  /// shown.
  public let fields: [FieldDefinition]

  /// The field that says what an element is.
  public var mainField: FieldDefinition { fields[0] }
  /// The field that says whether an element is done, where there is such a thing.
  public var doneField: FieldDefinition? { fields.first { $0.name == FieldName(ofElement: .done) } }

  private init(_ list: CodedField, _ word: String, _ fields: [FieldDefinition]) {
    name = FieldName(list)
    self.word = word
    self.fields = fields
  }

  /// The field of a name, or `nil` where an element has none.
  public func field(named name: String) -> FieldDefinition? {
    fields.first { $0.name.name == ExactString(name) }
  }
}

extension ListDefinition {
  /// The lists of a reflection.
  static let reflection = [
    ListDefinition(
      .lacks, "lack",
      [
        FieldDefinition(ofElement: .of),
        FieldDefinition(
          ofElement: .kind,
          .choice(["skill", "fit", "preparation", "communication", "non-verbal"])),
      ]),
    ListDefinition(
      .questions, "question",
      [
        FieldDefinition(ofElement: .asked), FieldDefinition(ofElement: .said),
        FieldDefinition(ofElement: .wouldSay),
      ]),
    ListDefinition(
      .feedback, "feedback",
      [
        FieldDefinition(ofElement: .words), FieldDefinition(ofElement: .from),
        FieldDefinition(ofElement: .on, .date),
      ]),
    ListDefinition(
      .followUps, "followup",
      [
        FieldDefinition(ofElement: .what), FieldDefinition(ofElement: .due, .date),
        FieldDefinition(ofElement: .done, .flag),
      ]),
    ListDefinition(
      .asks, "ask", [FieldDefinition(ofElement: .question), FieldDefinition(ofElement: .answer)]),
  ]

  /// The lists of a goal.
  static let goal = [
    ListDefinition(
      .steps, "step",
      [FieldDefinition(ofElement: .what), FieldDefinition(ofElement: .done, .flag)]),
    ListDefinition(
      .checkIns, "check-in",
      [
        FieldDefinition(ofElement: .note), FieldDefinition(ofElement: .on, .date),
        FieldDefinition(ofElement: .skipped),
      ]),
  ]
}
