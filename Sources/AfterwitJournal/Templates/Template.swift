/// The prompts by which an entry is written, in their order; none is compulsory.
public struct Template: Hashable, Sendable {
  /// What is asked for one field or list.
  public struct Prompt: Hashable, Sendable {
    /// The field or list.
    public let field: String
    /// The words of the prompt.
    public let words: String

    init(_ field: String, _ words: String) {
      self.field = field
      self.words = words
    }
  }

  /// What people call it.
  public let name: String
  /// What it makes.
  public let kind: Kind
  /// The occasion that it is for, where it is for one.
  public let occasion: String?
  /// The prompts; several may be of one field, which then takes all answers.
  public let prompts: [Prompt]

  init(_ name: String, _ kind: Kind, occasion: String? = nil, _ prompts: [Prompt]) {
    self.name = name
    self.kind = kind
    self.occasion = occasion
    self.prompts = prompts
  }

  /// The fields and lists that are asked for, each once.
  public var headings: [String] {
    var names: [String] = []
    for prompt in prompts where !names.contains(prompt.field) { names.append(prompt.field) }
    return names
  }
}
