import AfterwitExchange
import AfterwitJournal
import Foundation
import Testing

@Suite("The samples of other programs' journals")
struct SampleTests {
  private struct Meaning: Decodable {
    struct Entry: Decodable {
      let date: String?
      let time: String?
      let title: String?
      let body: String
      let tags: [String]
      let starred: Bool
    }

    struct Goal: Decodable {
      let uuid: String
      let title: String
      let due: String?
      let tags: [String]?
    }

    let entries: [Entry]?
    let goals: [Goal]?
    let skipped: [String]?
  }

  @Test("Each means exactly the entries that are written beside it", arguments: SampleFile.all)
  func meaning(sample: SampleFile) throws {
    let meaning = try JSONDecoder().decode(
      Meaning.self, from: Data(try SampleFile.bytes(sample.meaning + ".expected.json")))
    let entries = try sample.items().entries
    if let expected = meaning.entries {
      // A category of RedNotebook is a tag here, and told apart there.
      let withTags = sample.format != .rednotebook
      #expect(
        Set(entries.map { Self.line($0, withTags: withTags) })
          == Set(expected.map { Self.line($0, withTags: withTags) }))
      #expect(entries.count == expected.count)
    }
    for (entry, goal) in zip(entries, meaning.goals ?? []) {
      #expect(entry.title == goal.title && entry.kind == .goal)
      #expect(entry.fields.first { $0.name == "due" }?.value == goal.due)
      #expect(Set(entry.tags) == Set(goal.tags ?? []))
      #expect(entry.identity == .unique(goal.uuid))
    }
  }

  @Test("Each is recognised by its content", arguments: SampleFile.all)
  func recognised(sample: SampleFile) throws {
    #expect(try SourceFormat(recognising: sample.source()) == sample.format)
  }

  @Test("What is cut off anywhere, or has a byte that is wrong, ends in a sentence or in entries")
  func cut() throws {
    for sample in SampleFile.all {
      guard case .file(let file, let settings) = try sample.source() else { continue }
      let step = max(1, file.bytes.count / 60)
      for place in stride(from: 0, to: file.bytes.count, by: step) {
        var wrong = file.bytes
        wrong[place] ^= 0xff
        for bytes in [Array(file.bytes[..<place]), wrong] {
          let reader = SourceReader(
            .file(SourceFile(file.name, bytes), settings: settings), format: sample.format,
            options: SourceOptions(style: sample.style, clocks: FoundationClocks()))
          do {
            _ = try reader.items()
          } catch is SourceFailure {
          } catch {
            Issue.record("\(sample) cut at \(place): \(error)")
          }
        }
      }
    }
  }

  @Test("An encrypted journal of jrnl is named", arguments: ["version-2", "version-4.6"])
  func encrypted(version: String) throws {
    let path = "jrnl/\(version)-encrypted.txt"
    let source = Source.file(SourceFile(path, try SampleFile.bytes(path)), settings: [])
    let reader = SourceReader(
      source, format: .jrnl, options: SourceOptions(clocks: FoundationClocks()))
    #expect(throws: SourceFailure.encrypted(.jrnl)) { try reader.items() }
  }

  private static func line(_ entry: SourceEntry, withTags: Bool) -> [String] {
    [
      entry.day?.description ?? "", entry.time?.description ?? "", entry.title ?? "", entry.body,
      entry.isStarred ? "*" : "", withTags ? entry.tags.sorted().joined(separator: ",") : "",
    ]
  }

  private static func line(_ entry: Meaning.Entry, withTags: Bool) -> [String] {
    let tags = entry.tags.map { $0.hasPrefix("@") ? String($0.dropFirst()) : $0 }
    return [
      entry.date ?? "", entry.time ?? "", entry.title ?? "", entry.body,
      entry.starred ? "*" : "", withTags ? tags.sorted().joined(separator: ",") : "",
    ]
  }
}

extension [SourceItem] {
  /// The entries.
  var entries: [SourceEntry] {
    compactMap { if case .entry(let entry) = $0 { entry } else { nil } }
  }

  /// What could not be carried over.
  var notes: [SourceNote] {
    compactMap { if case .note(let note) = $0 { note } else { nil } }
  }
}
