import AfterwitEncoding

/// What `journal.json` holds.
struct JournalDocument: Decodable {
  struct Member: Decodable {
    let name: String
    let device, signingSeed, agreementSeed: HexBytes
  }
  struct Envelope: Decodable {
    let name: String
    let id, bytes: HexBytes
  }
  struct Aside: Decodable {
    let envelope: Int
    let entry: HexBytes
    let field: String
  }
  struct Field: Decodable, Hashable {
    let name: String
    let family: UInt8
    var text, shown: String?
    var others, elements: [String]?
    var count: Int?
    var list: [Element]?
  }
  struct Element: Decodable, Hashable {
    let element: HexBytes
    let fields: [Field]
  }
  struct Entry: Decodable {
    let entry, view: HexBytes
    let kind, created, modified: String
    let hidden: Int
    let fields: [Field]
  }
  struct Named: Decodable {
    let device: HexBytes
    let name: String
  }
  struct Side: Decodable, Hashable {
    let device: HexBytes
    let words: String?
  }
  struct Part: Decodable, Hashable {
    let review, entry: HexBytes
    let kind, number: Int
    let field: String
    let sides: [Side]
    let base, together, now: String?
  }
  struct Stage: Decodable {
    let name: String
    let arrived, held, waiting, withoutEffect: [Int]
    let aside: [Aside]
    let entries: [Entry]
    let devices: [Named]
    let parts: [Part]
    let digest, heldHash: HexBytes
  }
  let genesis: HexBytes
  let members: [Member]
  let envelopes: [Envelope]
  let stages: [Stage]
}
