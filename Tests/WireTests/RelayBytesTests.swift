import AfterwitEncoding
import AfterwitWire
import Testing

@Suite("What device and relay say to each other, as bytes")
struct RelayBytesTests {
  let low: DeviceID
  let high: DeviceID
  let tip: EnvelopeID

  init() throws {
    low = try #require(DeviceID([UInt8](repeating: 1, count: 32)))
    high = try #require(DeviceID([UInt8](repeating: 2, count: 32)))
    tip = try #require(EnvelopeID([UInt8](repeating: 3, count: 32)))
  }

  @Test("heads come back, the greatest number included")
  func heads() throws {
    let heads = Heads(tips: [
      low: [Heads.Tip(number: 1, id: tip), Heads.Tip(number: .max, id: tip)],
      high: [Heads.Tip(number: 7, id: tip)],
    ])
    let answer = HeadsAnswer(cursor: .start.advanced(past: tip), heads: heads)
    #expect(try HeadsAnswer(decoding: answer.bytes) == answer)
  }

  @Test("heads have one form: devices and tips ascend, each once")
  func headsForm() {
    func encoded(_ devices: [(DeviceID, [UInt64])]) -> [UInt8] {
      var builder = ByteBuilder()
      builder.append(count: devices.count)
      for (device, numbers) in devices {
        builder.append(device)
        builder.append(count: numbers.count)
        for number in numbers {
          builder.append(bigEndian: number)
          builder.append(tip)
        }
      }
      return builder.bytes
    }
    for bytes in [
      encoded([(high, [1]), (low, [1])]), encoded([(low, [1]), (low, [1])]),
      encoded([(low, [2, 1])]), encoded([(low, [1, 1])]),
    ] {
      let failure = #expect(throws: DecodingFailure.self) {
        var cursor = ByteCursor(bytes)
        _ = try Heads(decoding: &cursor)
      }
      #expect(failure?.reason == .notCanonical)
    }
  }

  @Test("a cursor is read back from its text, and nothing else is one")
  func cursor() {
    let cursor = RelayCursor.start.advanced(past: tip)
    #expect(RelayCursor(text: cursor.text) == cursor)
    #expect(cursor != .start)
    for text in ["", "1", "1-", "-1", "1-00", "x-\(String(repeating: "0", count: 64))"] {
      #expect(RelayCursor(text: text) == nil, "\(text)")
    }
    let last = RelayCursor(position: .max, hash: [UInt8](repeating: 0, count: 32))
    #expect(last.advanced(past: tip).position == 0)
  }

  @Test("a page is cut where its bytes end")
  func page() throws {
    var builder = ByteBuilder()
    Page.encode([[1, 2, 3], [], [4]], into: &builder)
    var cursor = ByteCursor(builder.bytes)
    #expect(try Page.decode(&cursor) == [[1, 2, 3], [], [4]])
    #expect(throws: DecodingFailure.self) {
      var short = ByteCursor(Array(builder.bytes.dropLast()))
      _ = try Page.decode(&short)
    }
  }

  @Test("a token is read back from its text, and opens one mailbox")
  func token() throws {
    let token = try #require(Token([UInt8](repeating: 0xab, count: 32)))
    #expect(Token(text: token.text) == token)
    #expect(Token([1]) == nil)
    #expect(Token(text: token.text.uppercased()) == nil)
    #expect(token.mailbox.bytes == Domain.mailboxID.hash(token.bytes))
  }
}
