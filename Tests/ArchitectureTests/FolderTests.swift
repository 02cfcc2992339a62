import Testing

@Suite("The folders")
struct FolderTests {
  @Test("Every folder uses exactly the folders of its module that the layout says")
  func arrows() {
    for (name, module) in Layout.modules {
      let found = Codebase.arrows(in: name)
      for folder in Set(found.keys).union(module.folders.keys).sorted() {
        let (uses, allowed) = (found[folder] ?? [], module.folders[folder] ?? [])
        #expect(
          uses == allowed,
          "\(name)/\(folder): used and not in the layout \(uses.subtracting(allowed).sorted()), in the layout and not used \(allowed.subtracting(uses).sorted())"
        )
      }
    }
  }

  @Test("No folders of a module use each other in a circle")
  func circles() {
    for (name, module) in Layout.modules {
      let circle = Codebase.circle(in: module.folders)
      #expect(circle.isEmpty, "\(circle) of \(name) use each other")
    }
  }

  @Test("The device leaves at most twelve files outside its rooms")
  func outside() {
    let loose = Repository.sources.filter {
      $0.module == "AfterwitDevice" && $0.path.split(separator: "/").count == 3
    }
    #expect(loose.count <= 12, "\(loose.count) files outside the rooms")
  }
}
