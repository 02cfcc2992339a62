import Testing

@Suite("The floors")
struct FloorTests {
  /// What each module may import of the package, by the table of the design; names without prefix.
  private static let floors: [String: Set<String>] = [
    "Encoding": [],
    "Causality": ["Encoding"],
    "Wire": ["Encoding"],
    "Text": ["Causality", "Encoding"],
    "TextArchive": ["Text", "Causality", "Encoding"],
    "Document": ["Text", "Causality", "Encoding"],
    "Sealing": ["Wire", "Encoding"],
    "Journal": ["Document", "Text", "Causality", "Encoding"],
    "Exchange": ["Journal", "Document", "Text", "Causality", "Encoding"],
    "Store": ["Document", "Text", "Wire", "Causality", "Encoding"],
    "Sync": ["Wire", "Encoding"],
    "Relay": ["Wire", "Encoding"],
    "RelaySQLite": ["Relay", "Wire", "Encoding"],
    "Device": [
      "Journal", "Exchange", "Store", "Sync", "Sealing", "Document", "Text", "Wire", "Causality",
      "Encoding",
    ],
    "HTTP": ["Sync", "Wire", "Encoding"],
    "RelayHTTP": ["Relay", "Wire", "Encoding"],
    "Command": [
      "Device", "Journal", "Exchange", "Document", "Causality", "Sync", "Wire", "Encoding",
    ],
    "LocalCommand": ["Command"],
    "NetworkCommand": ["Command", "HTTP"],
    "RelayCommand": ["RelayHTTP", "RelaySQLite", "Relay", "Wire"],
  ]

  /// What each module may import from outside the package; a module that is absent imports nothing.
  private static let outside: [String: Set<String>] = [
    "Encoding": [],
    "Causality": [],
    "Text": ["Synchronization"],
    "TextArchive": ["CZlib"],
    "Document": [],
    "Journal": [],
    "Exchange": [],
    "Wire": ["Crypto"],
    // The HPKE of swift-crypto takes and gives Data.
    "Sealing": ["Crypto", "FoundationEssentials"],
    "Sync": [],
    "Store": [
      "GRDB", "GRDBSQLite", "Crypto", "FoundationEssentials", "Foundation", "Glibc",
      "Synchronization",
    ],
    // Envelopes are opened beside a transaction, which cannot wait for a task.
    "Device": ["Dispatch", "FoundationEssentials", "Glibc", "Synchronization"],
    "HTTP": ["CCurl", "Glibc", "Synchronization"],
    "Relay": ["Crypto", "Glibc", "Synchronization"],
    // GRDB takes and gives Data.
    "RelaySQLite": ["GRDB", "FoundationEssentials", "Glibc"],
    "RelayHTTP": [
      "Glibc", "HTTPTypes", "Hummingbird", "HummingbirdCore", "Logging", "NIOCore",
      "NIOHTTPTypes", "ServiceLifecycle",
    ],
    "Command": [
      "ArgumentParser", "Subprocess", "FoundationEssentials", "Glibc", "Synchronization",
    ],
    "RelayCommand": ["ArgumentParser", "Glibc", "Logging"],
  ]

  private static let prefix = "Afterwit"

  @Test("Every file imports only what its module may")
  func imports() {
    #expect(!Repository.sources.isEmpty)
    for file in Repository.sources {
      let module = String(file.module.dropFirst(Self.prefix.count))
      let inside = Self.floors[module, default: []].map { Self.prefix + $0 }
      let allowed = Self.outside[module, default: []].union(inside)
      for name in Self.imports(of: file) where !allowed.contains(name) {
        Issue.record("\(file.path) imports \(name), which \(file.module) may not")
      }
    }
  }

  @Test("Every module of Sources stands in the table, and every one of the table in Sources")
  func modules() {
    let found = Set(Repository.sources.map(\.module))
    #expect(found == Set(Self.floors.keys.map { Self.prefix + $0 }))
  }

  @Test("The floors have no way up, and the relay none to what could read a journal")
  func order() {
    var settled: Set<String> = []
    var rest = Self.floors
    while let next = rest.first(where: { $0.value.isSubset(of: settled) }) {
      settled.insert(next.key)
      rest[next.key] = nil
    }
    #expect(rest.isEmpty, "these import each other: \(rest.keys.sorted())")
    for reader in ["Sealing", "Document", "Journal", "Exchange", "Store", "Device"] {
      for module in ["Relay", "RelaySQLite", "RelayHTTP", "RelayCommand", "Wire"] {
        #expect(Self.floors[module]?.contains(reader) == false)
      }
    }
  }

  @Test("The manifest gives no target more of the package than its floor allows")
  func manifest() throws {
    let manifest = try #require(Repository.file("Package.swift")).text
    for (module, allowed) in Self.floors {
      let name = "\"\(Self.prefix)\(module)\""
      let declaration = try #require(
        manifest.ranges(of: "arget(").lazy.map { manifest[$0.upperBound...] }.first {
          $0.drop { $0.isWhitespace || $0.isNewline }.hasPrefix("name: " + name)
        }, "the manifest has no target \(name)")
      let body = Self.untilClosed(declaration).split(separator: "\"")
      for word in body where word.hasPrefix(Self.prefix) && word != Self.prefix + module {
        #expect(
          allowed.contains(String(word.dropFirst(Self.prefix.count))),
          "the manifest lets \(module) see \(word)")
      }
    }
  }

  /// The modules that a file imports.
  private static func imports(of file: Repository.File) -> [String] {
    file.lines.compactMap { line in
      let words = line.split(separator: " ")
      guard let keyword = words.firstIndex(of: "import"), keyword <= 2, keyword + 1 < words.count,
        words[..<keyword].allSatisfy({ $0.hasPrefix("@") || Self.access.contains(String($0)) })
      else { return nil }
      return String(words[words.count - 1].split(separator: ".")[0])
    }
  }

  private static let access: Set<String> = [
    "public", "package", "internal", "fileprivate", "private",
  ]

  /// The text up to the parenthesis that closes what was opened before it.
  private static func untilClosed(_ text: Substring) -> Substring {
    var depth = 1
    for index in text.indices {
      if text[index] == "(" { depth += 1 }
      if text[index] == ")" { depth -= 1 }
      if depth == 0 { return text[..<index] }
    }
    return text
  }
}
