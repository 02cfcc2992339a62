internal import AfterwitEncoding
internal import AfterwitJournal

/// Reads what `afterwit export --format json` writes: a document a line.
struct OwnJSONReader {
  /// Hands over all entries.
  func read(_ source: Source, _ take: (SourceItem) throws -> Void) throws {
    guard case .file(let file, _) = source else {
      throw SourceFailure.notOfFormat(.json, SourcePlace("folder"))
    }
    guard String(validating: file.bytes, as: UTF8.self) != nil else { throw file.notUTF8 }
    var reader = JSONReader(file.bytes)
    do {
      while reader.peek() != nil {
        let place = SourcePlace(file.name, line: reader.line())
        let node = try reader.read()
        guard node["schema"]?.string == "afterwit.export/1" else {
          throw SourceFailure.notOfFormat(.json, place)
        }
        for item in OwnJSONEntry(node, at: place).items { try take(item) }
      }
    } catch JSONReader.Flaw.tooDeep {
      throw SourceFailure.tooDeep(SourcePlace(file.name, line: reader.line()))
    } catch is JSONReader.Flaw {
      throw SourceFailure.notOfFormat(.json, SourcePlace(file.name, line: reader.line()))
    }
  }
}
