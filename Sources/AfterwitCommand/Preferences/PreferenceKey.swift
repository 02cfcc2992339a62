/// What a person can choose once for all commands, by the name that it has in the file.
enum PreferenceKey: String, Hashable, CaseIterable, Sendable {
  case editor
  case pager
  case colours
  case weekStart = "week-start"
  case template
  case listColumns = "list.columns"
  case syncAuto = "sync.auto"

  /// Its place in the file: a key, or a table and a key.
  var path: [String] { rawValue.split(separator: ".").map(String.init) }

  /// What is known of it.
  var definition: Definition {
    // The one table of the keys.
    switch self {
    case .editor:
      Definition(
        .text, initially: .text("editor"), variables: ["VISUAL", "EDITOR"],
        help: "The command that opens a text, with its arguments, like: code --wait")
    case .pager:
      Definition(
        .text, initially: .text("less"), variables: ["PAGER"],
        help: "The command that shows what is longer than the screen.")
    case .colours:
      Definition(
        .choice(["auto", "always", "never"]), initially: .text("auto"), variables: ["NO_COLOR"],
        help: "Whether output has colours; auto: on a terminal.")
    case .weekStart:
      Definition(
        .choice(
          [
            Self.territory, "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
            "sunday",
          ]), initially: .text(Self.territory),
        help: "The day that begins a week; territory: as where your locale says that you are.")
    case .template:
      Definition(
        .text, initially: nil,
        help: "The template by which new asks where none is named and this one fits.")
    case .listColumns:
      Definition(
        .list(of: ["id", "date", "kind", "title", "tags", "marks"]),
        initially: .list(["id", "date", "kind", "title", "tags", "marks"]),
        help: "What list shows of an entry, in this order.")
    case .syncAuto:
      Definition(
        .choice(["on", "off"]), initially: .text("off"),
        help: "Whether what was written is sent to the relay without being asked.")
    }
  }

  /// The word for the week of the person's territory.
  static let territory = "territory"

  /// The key of a name that was typed; `nil` where there is none.
  init?(_ name: String) { self.init(rawValue: name) }
}
