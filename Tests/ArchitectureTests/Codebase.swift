/// The files of `Sources` as code, and which of them use which.
enum Codebase {
  /// Every file, read.
  static let files = Repository.sources.map { (file: $0, code: SourceCode($0.text)) }

  /// What each module of the package declares, by the module's name.
  static let names: [String: Set<String>] = files.reduce(into: [:]) {
    $0[$1.file.module, default: []].formUnion($1.code.names)
  }

  /// For each folder of a module, itself by its path, the others of which it names a type.
  ///
  /// A type that is declared in several folders tells nothing; files outside the folders are in the
  /// folder of no name.
  static func arrows(in module: String) -> [String: Set<String>] {
    let own = files.filter { $0.file.module == module }
    var homes: [String: Set<String>] = [:]
    for (file, code) in own {
      for type in code.types { homes[type, default: []].insert(folder(of: file)) }
    }
    var arrows: [String: Set<String>] = [:]
    for (file, code) in own {
      let folder = folder(of: file)
      for word in code.words {
        guard let found = homes[word], found.count == 1, let home = found.first, home != folder
        else { continue }
        arrows[folder, default: []].insert(home)
      }
    }
    return arrows
  }

  private static func folder(of file: Repository.File) -> String {
    file.path.split(separator: "/").dropFirst(2).dropLast().joined(separator: "/")
  }

  /// All that can be reached from one place.
  static func reach(of start: String, in arrows: [String: Set<String>]) -> Set<String> {
    var seen: Set<String> = []
    var rest = [start]
    while let place = rest.popLast() {
      rest += (arrows[place] ?? []).filter { seen.insert($0).inserted }
    }
    return seen
  }

  /// The places that can be reached from themselves, ascending.
  static func circle(in arrows: [String: Set<String>]) -> [String] {
    arrows.keys.filter { reach(of: $0, in: arrows).contains($0) }.sorted()
  }
}
