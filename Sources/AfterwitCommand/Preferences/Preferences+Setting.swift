extension Preferences {
  /// Where a value comes from.
  enum Origin: Hashable {
    /// Nobody has chosen.
    case initial
    /// The person's file.
    case file
    /// A variable of the environment.
    case environment(String)
  }

  /// What holds for a key, and why.
  struct Setting: Hashable {
    /// The value; `nil` where there is none.
    let value: PreferenceValue?
    /// Where it comes from.
    let origin: Origin
  }

  /// What holds for a key where no option says otherwise: the environment, then the file, then what
  /// holds for everybody.
  func setting(
    _ key: PreferenceKey, environment: (String) -> String? = PreferenceFile.variable
  ) -> Setting {
    for name in key.definition.variables {
      guard let value = environment(name), !value.isEmpty else { continue }
      // NO_COLOR says what it says by being set (no-color.org).
      return Setting(
        value: .text(name == "NO_COLOR" ? "never" : value), origin: .environment(name))
    }
    if let value = chosen[key] { return Setting(value: value, origin: .file) }
    return Setting(value: key.definition.initial, origin: .initial)
  }

  /// The command that opens a text.
  var editor: String { setting(.editor).value?.text ?? "editor" }
  /// The command that shows what is longer than the screen.
  var pager: String { setting(.pager).value?.text ?? "less" }
  /// Whether output has colours: `auto`, `always` or `never`.
  var colours: String { setting(.colours).value?.text ?? "auto" }
  /// The name of the day that begins a week; `nil` where the territory decides.
  var weekStart: String? {
    let name = setting(.weekStart).value?.text
    return name == PreferenceKey.territory ? nil : name
  }
  /// The template by which `new` asks where none is named; `nil` where nobody has chosen.
  var template: String? { setting(.template).value?.text }
  /// What `list` shows of an entry, in this order.
  var listColumns: [String] { setting(.listColumns).value?.names ?? [] }
  /// Whether what was written is sent to the relay without being asked.
  var syncsByItself: Bool { setting(.syncAuto).value?.text == "on" }
}
