internal import AfterwitJournal
internal import FoundationEssentials

/// The templates that a person can name: their own, as Markdown files, and those of every journal.
struct TemplateFile: Hashable {
  /// The folder of the person's own.
  let folder: String

  /// The folder that a person's environment names: `$XDG_CONFIG_HOME/afterwit/templates`, else
  /// `~/.config/afterwit/templates`.
  init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    let named = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    folder = (named ?? (environment["HOME"] ?? "") + "/.config") + "/afterwit/templates"
  }

  /// The template of a name for what is to be made; the person's own comes first.
  /// - Throws: a failure that names the templates, or says what is wrong with the file.
  func template(_ name: String, of kind: Kind) throws(CommandFailure) -> Template {
    if let own = try own(name, of: kind) { return own }
    guard let template = Template.builtIn.first(where: { $0.name == name }) else {
      throw .usage(
        "There is no template \"\(name)\".",
        next: "Type one of: \(names.joined(separator: ", ")); or write \(folder)/\(plain(name)).md")
    }
    guard template.kind == kind else {
      throw .usage(
        "The template \"\(name)\" makes a \(template.kind.rawValue), not a \(kind.rawValue).",
        next: "Type: afterwit new \(template.kind.rawValue) --template \(name)")
    }
    return template
  }

  /// The names of all templates.
  var names: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let own = files.filter { $0.hasSuffix(".md") && !$0.hasPrefix(".") }
      .map { String($0.dropLast(3)) }.sorted()
    return own + Template.builtIn.map(\.name).filter { !own.contains($0) }
  }

  /// A name that can be that of a file.
  private func plain(_ name: String) -> String {
    name.isEmpty || name.contains("/") || name.hasPrefix(".") ? "NAME" : name
  }

  private func own(_ name: String, of kind: Kind) throws(CommandFailure) -> Template? {
    guard plain(name) == name else { return nil }
    let path = "\(folder)/\(name).md"
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return nil }
    let next = "Mend \(path), and repeat the command."
    guard !isFolder else { throw .usage("The template \(path) is a folder.", next: next) }
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw CommandFailure(
        .failed, "The template \(path) cannot be read.", safe: "Nothing was changed.", next: next)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .usage("The template \(path) is not UTF-8.", next: next)
    }
    do throws(TemplateMisfit) {
      return try Template(reading: text, named: name, of: kind)
    } catch {
      throw .usage(
        "The template \(path) " + Self.words(error),
        next: "Its headings can be: " + kind.headings.joined(separator: ", "))
    }
  }

  private static func words(_ misfit: TemplateMisfit) -> String {
    switch misfit {
    case .noHeading(let kind): "has no heading that names a field of a \(kind.rawValue)."
    case .headingUnknown(let heading, let kind):
      "has a heading \"\(heading)\", and a \(kind.rawValue) has no such field."
    }
  }
}
