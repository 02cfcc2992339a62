internal import ArgumentParser

/// What can be said of a new entry beside its text.
struct NewOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: "The title.")
  var title: String?
  @Option(parsing: .unconditional, help: .day)
  var on: String?
  @Option(parsing: .unconditional, help: "The organisation.")
  var org: String?
  @Option(parsing: .unconditional, help: "The role.")
  var role: String?
  @Option(parsing: .unconditional, help: "The stage, for example: onsite")
  var stage: String?
  @Option(parsing: .unconditional, help: "The mood, from 1 to 5.")
  var mood: String?
  @Option(parsing: .unconditionalSingleValue, help: "Someone who was part of it; repeatable.")
  var people: [String] = []
  @Option(
    parsing: .unconditionalSingleValue, help: "Someone who was there for you; repeatable.")
  var support: [String] = []
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The attempt that this one follows.", valueName: "id"))
  var after: String?
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "The entry or item that a goal or mantra came from; repeatable.", valueName: "id"))
  var from: [String] = []
  @Option(parsing: .unconditionalSingleValue, help: "A tag; repeatable.")
  var tag: [String] = []
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("A field's value; repeatable.", valueName: "field=value"))
  var set: [String] = []
  @Flag(name: .customLong("private"), help: "Keep it out of sight unless it is asked for.")
  var isPrivate = false
  @Option(
    parsing: .unconditional,
    help: "The field that takes the text (default: the main text of this kind).")
  var field: String?

  @Option(
    parsing: .unconditional,
    help: "Ask by the prompts of this template: quick, interview, rejection, reframe, goal.")
  var template: String?
  @Flag(help: "Open your editor with the whole entry as one document.")
  var editor = false

  /// What a line asks for.
  func action(_ kind: String, _ words: [String], _ options: GlobalOptions) -> NewAction {
    NewAction(
      invocation: options.invocation, kind: kind, words: words, title: title, on: on,
      organisation: org, role: role, stage: stage, mood: mood, after: after, people: people,
      support: support, origins: from, tags: tag, values: set, isPrivate: isPrivate, field: field,
      template: template, usesEditor: editor)
  }
}
