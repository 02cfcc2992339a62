internal import AfterwitDevice

/// Decides a review, or one part of it.
struct ReviewResolveAction: Hashable {
  /// Which home, and how to print.
  var invocation: Invocation
  /// The review, or one part of it, as it was typed.
  var id: String
  /// The words of the decision.
  var answer: [String] = []
  /// The whole text or value of the field.
  var text: String?
  /// Whether the answer also takes away what was written over the sides.
  var replace = false

  /// Does it.
  func run() async throws {
    let decision = try TypedAnswer(words: answer, text: text)
    let device = try invocation.openDevice()
    let talk: [String]
    switch decision {
    case .answer(let answer):
      talk = try DecisionTalk.lines(
        device.resolve(id, with: answer, replacingEdits: replace), on: device)
    case .textFromStandardInput:
      try device.checkDecision(id)
      let text = try StandardInput.read(
        taking: { try $0.wholeText() }, keeping: { device.keep($0, deciding: id) })
      talk = try DecisionTalk.lines(
        device.resolve(id, with: .text(text), isAwaited: true), on: device)
    case .edit:
      guard let (outcome, field) = try await EditorDecision(name: id).run(on: device) else {
        return
      }
      talk = try DecisionTalk.lines(outcome, field: field, on: device)
    }
    for line in talk { Output.talk(line) }
  }
}

extension ReviewResolveAction {
  /// Reads the arguments of a plain line behind `review resolve`; `nil` if the parser must read them.
  init?(plain arguments: ArraySlice<String>) {
    guard let plain = PlainArguments(arguments, values: ["--text"], flags: ["--replace"]),
      let id = plain.words.first
    else { return nil }
    self.init(
      invocation: plain.invocation, id: id, answer: Array(plain.words.dropFirst()),
      text: plain.value("--text"), replace: plain.has("--replace"))
  }
}
