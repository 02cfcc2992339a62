internal import ArgumentParser

/// `afterwit config`: what a person has chosen once for all commands.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Shows and changes what holds for all commands.",
    discussion: """
      It is kept in ~/.config/afterwit/config.toml, which you may edit; AFTERWIT_CONFIG names another \
      file. An option comes first, then the environment, then the file.

      \(PreferenceKey.allCases.map(\.helpLine).joined(separator: "\n"))
      """,
    subcommands: [
      ConfigListCommand.self, ConfigGetCommand.self, ConfigSetCommand.self,
      ConfigUnsetCommand.self,
    ],
    defaultSubcommand: ConfigListCommand.self)
}

/// `afterwit config list`.
struct ConfigListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists every key: its value, and where that comes from.")

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let preferences = try Preferences.sound()
    try options.invocation.print(
      documents: JSONValue.documents(preferences),
      lines: PreferencePage(style: .standardOutput, preferences: preferences).lines)
    options.invocation.talk(
      preferences.unknown.map { name in
        let near = NearWord.of(name, among: PreferenceKey.allCases.map(\.rawValue))
        return "\(preferences.file.path) names \(name), which is no key"
          + (near.map { "; the nearest is \($0)." } ?? ".")
      })
  }
}

/// `afterwit config get`.
struct ConfigGetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "get", abstract: "Prints the value that holds for a key.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: .key)
  var key: String

  func run() throws {
    let key = try PreferenceKey(typed: key)
    let preferences = try Preferences.sound()
    try options.invocation.print(
      documents: [JSONValue.document(key, of: preferences)],
      lines: [preferences.setting(key).value?.typed ?? ""])
  }
}

/// `afterwit config set`.
struct ConfigSetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Writes a key into the file, and changes nothing else in it.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: .key)
  var key: String
  @Argument(help: "The value; names of a list with commas or spaces between them.")
  var value: [String]

  func run() throws {
    let key = try PreferenceKey(typed: key)
    let form = key.definition.form
    guard let value = form.value(typed: value) else {
      throw CommandFailure.usage(
        "\(key.rawValue) takes \(form.words).",
        next: "For what it is, type: afterwit config --help")
    }
    if key == .template, let name = value.text, !TemplateFile().names.contains(name) {
      throw CommandFailure.usage(
        "There is no template \"\(name)\".",
        next: "Type one of: " + TemplateFile().names.joined(separator: ", "))
    }
    let preferences = try Preferences.changing(key, to: value)
    options.invocation.talk(preferences.overruled(key))
  }
}

/// `afterwit config unset`.
struct ConfigUnsetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unset", abstract: "Takes a key out of the file.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: .key)
  var key: String

  func run() throws {
    let key = try PreferenceKey(typed: key)
    let preferences = try Preferences.changing(key, to: nil)
    options.invocation.talk(preferences.overruled(key))
  }
}

extension ArgumentHelp {
  /// The words for a key.
  fileprivate static var key: ArgumentHelp {
    ArgumentHelp("The key: " + PreferenceKey.allCases.map(\.rawValue).joined(separator: ", ") + ".")
  }
}
