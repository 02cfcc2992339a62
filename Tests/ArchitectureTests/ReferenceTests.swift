import Testing

@Suite("What cites the specification cites what is there")
struct ReferenceTests {
  @Test("Every file and heading of Protocol that code, a test or a page cites exists")
  func citations() {
    let files = Repository.sources + Repository.tests + Repository.pages
    var count = 0
    for file in files {
      for citation in Citation.all(in: file) {
        count += citation.headings.count
        for mistake in citation.mistakes { Issue.record("\(file.path): \(mistake)") }
      }
    }
    #expect(count > 20, "the citations of headings are not found any more")
  }

  @Test(
    "A citation that leads nowhere is found, in each form that is in use",
    arguments: [
      (#"(/4-documents, "Nothing")"#, 1),
      (#"/4-documents, "Digest" and "Reviews""#, 1),
      (#"/4-documents ("Digest") and more"#, 1),
      (#"(/4-documents, "Twins", "Nothing" and "Nowhere")"#, 2),
      ("(/4-document)", 1),
      ("/decisions/99", 1),
      ("/nothing.txt", 1),
      (#"(/5-sealing, "A home that exists twice")"#, 0),
      (#"/4-documents ("Hunks" and "View, digest, held")"#, 0),
      (#"/decisions/18, /words.txt, /vectors/text.json, /4-documents."#, 0),
    ])
  func wrong(_ citation: String, mistakes: Int) {
    let text = citation.replacing("/", with: "Protocol/", maxReplacements: 1)
      .replacing(" /", with: " Protocol/")
    // The same, broken after each word as comments are.
    for text in [text, text.replacing(" ", with: "\n  /// ")] {
      let found = Citation.all(in: Repository.File(path: "Sources/File.swift", text: text))
      #expect(found.flatMap(\.mistakes).count == mistakes, "\(text): \(found)")
    }
  }

  @Test("A chapter may be cited by its number, too")
  func numbers() {
    let page = Repository.File(
      path: "README.md",
      text: #"see chapter \#(4), "Nothing", and chapter \#(4), "Refusals""#)
    #expect(Citation.all(in: page).flatMap(\.mistakes).count == 1)
  }
}

/// A file of `Protocol`, and headings in it, that somebody is sent to.
private struct Citation {
  /// The path below `Protocol`; a chapter without its ending.
  let path: String
  /// The headings.
  let headings: [String]

  /// The citations of a file: `Protocol/4-documents, "Twins"`, or in a page `chapter 4, "Twins"`.
  static func all(in file: Repository.File) -> [Citation] {
    let text = file.text.replacing(#/\n\s*(?:///?)?\s*/#, with: " ")
    let paths = text.matches(of: #/Protocol/([\w./-]*\w)((?:,?(?: and)? \(?"[^"]+"\)?)*)/#)
    let chapters = text.matches(of: #/[Cc]hapter (\d)((?:,?(?: and)? \(?"[^"]+"\)?)+)/#)
    return (paths + chapters).map { match in
      Citation(
        path: String(match.1),
        headings: match.2.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
          .filter { $0.offset % 2 == 1 }.map { String($0.element) })
    }
  }

  /// What of it is not there, in words.
  var mistakes: [String] {
    guard let target else { return ["Protocol/\(path) does not exist"] }
    guard !headings.isEmpty else { return [] }
    let present = (Repository.file(target)?.lines ?? []).filter { $0.hasPrefix("#") }
      .map { $0.drop { $0 == "#" }.drop { $0 == " " } }
    return headings.filter { heading in !present.contains { $0 == heading } }
      .map { "\(target) has no heading \"\($0)\"" }
  }

  /// The file: as it is cited, a chapter, or a page that the number begins.
  private var target: String? {
    let candidates = ["Protocol/\(path)", "Protocol/\(path).md"]
    if let exact = candidates.first(where: Repository.exists) { return exact }
    return Repository.pages.map(\.path).first { $0.hasPrefix("Protocol/\(path)-") }
  }
}
