import AfterwitEncoding
import AfterwitSealing
import AfterwitVectors
import AfterwitWire
import Crypto
import Testing

@Suite("Vectors of backups")
struct BackupConformanceTests {
  struct Document: Decodable {
    struct File: Decodable {
      let name: String
      let passphrase: String?
      let recoverySecret, encapsulatedKey, ciphertext: HexBytes?
      let bytes: HexBytes
      let records: [HexBytes]
    }
    struct Chunks: Decodable {
      let byte: UInt8
      let count, length: Int
      let sha256: HexBytes
    }
    struct Refused: Decodable {
      let name, failure, passphrase: String
      let bytes: HexBytes
    }
    let files: [File]
    let chunks: [Chunks]
    let refused: [Refused]
  }

  let document: Document

  init() throws {
    document = try VectorFile("vectors/backup.json").decode()
  }

  @Test("are what the independent encoder makes")
  func made() throws {
    let file = document.files.first { $0.encapsulatedKey != nil }
    var kept: PlainWrap?
    if let key = file?.encapsulatedKey, let text = file?.ciphertext {
      kept = PlainWrap(encapsulatedKey: key.bytes, ciphertext: text.bytes)
    }
    try VectorFile("vectors/backup.json").expect(BackupVectors.document(keeping: kept).json)
  }

  @Test("open to their records, whoever opens them [AW-BACKUP-1] [AW-BACKUP-2] [AW-BACKUP-5]")
  func opened() throws {
    for file in document.files {
      let records = try Self.records(of: file.bytes.bytes) { header throws(BackupFailure) in
        if let passphrase = file.passphrase { return try header.key(passphrase: passphrase) }
        return try header.key(recovery: RecoverySecret(secret: file.recoverySecret?.bytes ?? []))
      }
      #expect(records.map(\.bytes) == file.records.map(\.bytes), "\(file.name)")
      let header = try BackupHeader(beginning: file.bytes.bytes)
      #expect(header.bytes == Array(file.bytes.bytes.prefix(header.byteCount)))
    }
  }

  @Test("are sealed in chunks that know their place [AW-BACKUP-4]")
  func chunks() throws {
    for item in document.chunks {
      let key = try #require(BackupKey(bytes: [UInt8](repeating: 0x22, count: 32)))
      var sealer = BackupSealer(key: key)
      var sealed: [UInt8] = []
      let content = [UInt8](repeating: item.byte, count: item.count)
      for start in stride(from: 0, to: item.count, by: 50_000) {
        sealed += try sealer.seal(Array(content[start..<min(start + 50_000, item.count)]))
      }
      sealed += try sealer.finish()
      #expect(sealed.count == item.length && Array(SHA256.hash(data: sealed)) == item.sha256.bytes)
    }
  }

  @Test("that must be refused are, and a wrong passphrase is told from damage [AW-BACKUP-3]")
  func refused() throws {
    for item in document.refused {
      do throws(BackupFailure) {
        _ = try Self.records(of: item.bytes.bytes) { header throws(BackupFailure) in
          try header.key(passphrase: item.passphrase)
        }
        Issue.record("\(item.name) was read")
      } catch {
        #expect("\(error)" == item.failure, "\(item.name)")
      }
    }
  }

  private static func records(
    of bytes: [UInt8], key: (BackupHeader) throws(BackupFailure) -> BackupKey
  ) throws(BackupFailure) -> [BackupRecord] {
    let header = try BackupHeader(beginning: bytes)
    var (opener, reader) = (BackupOpener(key: try key(header)), BackupRecordReader())
    var records: [BackupRecord] = []
    var start = header.byteCount
    repeat {
      let end = min(start + BackupOpener.chunkByteCount, bytes.count)
      let chunk = try opener.open(Array(bytes[start..<end]), isLast: end == bytes.count)
      records += try reader.read(chunk)
      start = end
    } while start < bytes.count
    return records
  }
}
