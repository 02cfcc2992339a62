/// A manual page of a program, made of what its help says.
package struct ManualPage: Sendable {
  /// A section beside those that the help gives.
  package struct Section: Sendable {
    let title: String
    let items: [(term: String, text: String)]

    /// A section of terms, each with what is said of it.
    package init(_ title: String, _ items: [(term: String, text: String)]) {
      self.title = title
      self.items = items
    }
  }

  private let tree: CommandTree
  private let chapter: Int
  private let version: String
  private let date: String
  private let sections: [Section]

  /// The page of a program.
  ///
  /// - Parameters:
  ///   - chapter: 1 for what everybody uses, 8 for what a machine's keeper does.
  ///   - date: the day it is of, as `2026-11-30`.
  package init(
    of tree: CommandTree, chapter: Int, version: String, date: String, sections: [Section]
  ) {
    self.tree = tree
    self.chapter = chapter
    self.version = version
    self.date = date
    self.sections = sections
  }

  /// The page in roff, by the macros of man(7).
  package var roff: String {
    var lines = [
      ".TH \(tree.name.uppercased()) \(chapter) \"\(date)\" \"\(tree.name) \(version)\"",
      ".SH NAME", Roff.line(tree.name) + " \\- " + Roff.line(tree.help), ".SH SYNOPSIS",
      ".B " + Roff.line(tree.name), ".I command", "[\\fIoption\\fR ...] [\\fIargument\\fR ...]",
      ".SH DESCRIPTION",
    ]
    lines += Roff.paragraphs(tree.paragraphs)
    let common = commonOptions
    lines.append(".SH COMMANDS")
    for (path, command) in tree.leaves {
      lines += self.lines(of: command, at: path, without: common)
    }
    lines.append(".SH OPTIONS OF EVERY COMMAND")
    for option in common { lines += Self.item(of: option) }
    for section in sections {
      lines.append(".SH \(section.title)")
      for item in section.items {
        lines += [".TP", ".B " + Roff.line(item.term), Roff.line(item.text)]
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The options that all commands take.
  private var commonOptions: [CommandTree.Argument] {
    let leaves = tree.leaves
    return (leaves.first?.command.options ?? []).filter { option in
      leaves.allSatisfy { $0.command.options.contains { $0.typedNames == option.typedNames } }
    }
  }

  private func lines(
    of command: CommandTree, at path: [String], without common: [CommandTree.Argument]
  ) -> [String] {
    let own = command.options.filter { option in
      !common.contains { $0.typedNames == option.typedNames }
    }
    let name = ([tree.name] + path).joined(separator: " ")
    let words = command.words.map { " " + Self.usage(of: $0) }.joined()
    var lines = [".SS " + Roff.line(name), "\\fB\(Roff.line(name))\\fR\(words)"]
    lines += [".PP", Roff.line(command.help)] + Roff.paragraphs(command.paragraphs, first: ".PP")
    for argument in command.words + own { lines += Self.item(of: argument) }
    return lines
  }

  private static func usage(of word: CommandTree.Argument) -> String {
    let name = "\\fI\(Roff.line(word.value))\\fR" + (word.isRepeating ? " ..." : "")
    return word.isOptional ? "[\(name)]" : name
  }

  private static func item(of argument: CommandTree.Argument) -> [String] {
    let value = "\\fI\(Roff.line(argument.value))\\fR"
    let names = argument.typedNames.map { "\\fB\(Roff.line($0))\\fR" }.joined(separator: ", ")
    let head =
      switch argument.kind {
      case "positional": value
      case "flag": names
      default: names + " " + value
      }
    return [".TP", head, argument.help.isEmpty ? "\\&" : Roff.line(argument.help)]
  }
}
