import Testing

@Suite("The floors")
struct FloorTests {
  @Test("Every module imports exactly what the layout says, and nothing that it does not use")
  func imports() {
    #expect(Set(Repository.sources.map(\.module)) == Set(Layout.modules.keys))
    for (name, module) in Layout.modules {
      let files = Codebase.files.filter { $0.file.module == name }
      let found = files.reduce(into: Set<String>()) { $0.formUnion($1.code.imports) }
      let allowed = module.imports.union(module.outside)
      #expect(
        found == allowed,
        "\(name): imported and not in the layout \(found.subtracting(allowed).sorted()), in the layout and not imported \(allowed.subtracting(found).sorted())"
      )
    }
  }

  @Test("Every file of Sources uses each module of the package that it imports")
  func uses() {
    for (file, code) in Codebase.files {
      for name in code.imports {
        guard let offered = Codebase.names[name] else { continue }
        #expect(
          !offered.isDisjoint(with: code.words),
          "\(file.path) imports \(name) and names nothing of it")
      }
    }
  }

  @Test("The floors have no way up, and the relay none to what could read a journal")
  func order() {
    let arrows = Layout.modules.mapValues(\.imports)
    #expect(Codebase.circle(in: arrows).isEmpty, "\(Codebase.circle(in: arrows)) import each other")
    for relay in Layout.modules.keys where relay.hasPrefix("AfterwitRelay") {
      let seen = Codebase.reach(of: relay, in: arrows)
      for reader in ["Sealing", "Text", "Document", "Journal", "Store", "Device"] {
        #expect(!seen.contains("Afterwit" + reader), "\(relay) can read a journal by \(reader)")
      }
    }
  }

  @Test("The manifest gives each module exactly what the layout says")
  func manifest() throws {
    let manifest = try Manifest()
    for (name, module) in Layout.modules {
      let target = try #require(manifest.targets[name], "the manifest has no target \(name)")
      #expect(target.modules == module.imports, "the manifest's \(name) differs from the layout")
    }
  }

  @Test(
    "Every target of the manifest depends on exactly the modules of the package that it imports")
  func dependencies() throws {
    for (name, target) in try Manifest().targets {
      let files = (Repository.sources + Repository.tests).filter {
        $0.path.hasPrefix(target.folder + "/")
      }
      let imported = files.reduce(into: Set<String>()) {
        $0.formUnion(SourceCode($1.text).imports)
      }
      // The executables are there to be run, not to be imported.
      let unused = target.modules.subtracting(imported).filter { !$0.hasSuffix("Command") }
      #expect(unused.isEmpty, "\(name) depends on \(unused.sorted()) and imports none of it")
      let undeclared = imported.filter { $0.hasPrefix("Afterwit") }.subtracting(target.modules)
      #expect(undeclared.isEmpty, "\(name) imports \(undeclared.sorted()) undeclared")
    }
  }
}
