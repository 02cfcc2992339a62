import AfterwitCausality
import AfterwitDocument
import AfterwitEncoding
import AfterwitJournal
import AfterwitReader
import AfterwitVectors
import AfterwitWire
import Foundation
import Testing

@Suite("Vectors of changes", .serialized)
struct ChangeConformanceTests {
  @Test("change.json is what the independent encoder makes")
  func file() throws {
    try VectorFile("vectors/change.json").expect(ChangeVectors.document().json)
  }

  @Test("fields have their codes and families [AW-DOC-3]")
  func fields() throws {
    let fields = try document().fields
    #expect(fields.map(\.code) == Array(1...51))
    for (place, item) in try document().elementFields.enumerated() {
      let field = FieldName(ofElement: CodedElementField.allCases[place])
      #expect(item.code == place + 1 && item.name == field.name.string)
      #expect(Int(field.familyCode) == item.family, "\(item.name)")
    }
    #expect(try document().elementFields.count == CodedElementField.allCases.count)
    for item in fields {
      let field = FieldName(item.name, family: .text)
      #expect(Int(field.familyCode) == item.family, "\(item.name)")
      let change = Change(
        timestamp: Timestamp(rawValue: 0), followsPredecessor: false, parents: [],
        blocks: [
          Change.Block(key: FieldKey(entry: .journal, field: field), operations: .unknown([0xff]))
        ])
      #expect(Int(change.body[19]) == item.code, "\(item.name)")
    }
  }

  @Test("bodies are read and written [AW-DOC-1] [AW-DOC-4] [AW-DOC-5] [AW-DOC-16] [AW-CAUS-2]")
  func bodies() throws {
    for item in try document().bodies {
      let change = try item.change()
      #expect(change.body == item.body.bytes, "\(item.name)")
      #expect(try Change(body: item.body.bytes) == change, "\(item.name)")
      for block in item.blocks {
        let entry = Array(item.body.bytes[block.offset..<block.offset + 10])
        #expect(entry == block.entry.bytes, "\(item.name)")
      }
    }
  }

  @Test("what is refused, and whether its prefix is read [AW-DOC-2] [AW-DOC-17] [AW-CAUS-8]")
  func refused() throws {
    for item in try document().refused {
      let error = #expect(throws: DecodingFailure.self, "\(item.name)") {
        try Change(body: item.body.bytes)
      }
      #expect(error?.reason.rawValue == item.reason, "\(item.name)")
      #expect((error?.reason == .overLimit ? "limit" : "syntax") == item.layer, "\(item.name)")
      #expect(
        ((try? ChangePrefix(body: item.body.bytes)) != nil) == (item.prefix == 1), "\(item.name)")
    }
  }

  @Test("the independent reader reads the same bodies, and refuses the same for the same reasons")
  func reader() throws {
    let document = try document()
    for item in document.bodies {
      #expect(JournalReader.refusal(of: item.body.bytes) == nil, "\(item.name)")
    }
    for item in document.refused {
      let reason = JournalReader.refusal(of: item.body.bytes)?.rawValue
      #expect(reason == item.reason, "\(item.name)")
    }
  }

  @Test("a change touches entries, and does this to each [AW-DOC-10] [AW-DOC-26] [AW-DOC-40]")
  func touches() throws {
    for item in try document().touches {
      let touches = try Change(body: item.body.bytes).touches()
        .filter { $0.key.element == nil }
      let found = touches.map { HexBytes($0.key.entry.bytes) }
      #expect(found == item.entries.map(\.entry), "\(item.name)")
      #expect(touches.map { "\($0.touch)" } == item.entries.map(\.does), "\(item.name)")
    }
  }

  @Test("a field of the journal names a device [AW-DOC-16] [AW-DOC-41]")
  func names() throws {
    for item in try document().names {
      let field = FieldName(storedName: item.field, familyCode: item.family)
      let isJournal = item.entry.bytes == EntryID.journal.bytes
      let device = isJournal ? field.namedDevice?.bytes : nil
      #expect(device == item.device?.bytes, "\(item.field)")
    }
  }

  @Test("views have their bytes and hashes [AW-DOC-14]")
  func views() throws {
    for item in try document().views {
      let view = try item.view()
      #expect(view.canonicalBytes == item.bytes.bytes, "\(item.name)")
      #expect(Domain.view.hash(view.canonicalBytes) == item.hash.bytes, "\(item.name)")
    }
  }

  @Test(
    "a digest covers hashes by entry, then names; held covers ids [AW-DOC-15]")
  func digest() throws {
    let item = try document().digest
    var builder = ByteBuilder()
    for hash in item.hashes { builder.append(contentsOf: hash.bytes) }
    for device in item.devices {
      builder.append(contentsOf: device.device.bytes)
      builder.append(string: device.name)
    }
    #expect(Domain.digest.hash(builder.bytes) == item.digest.bytes)
    let held = try document().held
    #expect(held.ids == held.ids.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) })
    #expect(Domain.held.hash(held.ids.flatMap(\.bytes)) == held.held.bytes)
  }

  private func document() throws -> ChangeDocument {
    try VectorFile("vectors/change.json").decode()
  }
}
