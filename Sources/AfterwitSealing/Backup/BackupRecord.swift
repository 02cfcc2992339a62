internal import AfterwitEncoding

/// A piece of what a backup holds, in the order of the cases.
public enum BackupRecord: Hashable, Sendable {
  /// Further bytes of a file of a draft, by its path in the folder of drafts.
  case draft(path: String, bytes: [UInt8])
  /// What all of it belongs to.
  case manifest(BackupManifest)
  /// An envelope, byte for byte.
  case envelope([UInt8])
  /// How many files of drafts and how many envelopes came before, and how many entries are shown.
  case end(files: Int, envelopes: Int, entries: Int)

  /// The most bytes of a file that one record has.
  public static let pieceByteCount = 1 << 16
  /// The longest path of a file of a draft, in bytes.
  public static let pathByteLimit = 1024
  /// The longest content of a record: the manifest's keys.
  static let limit = 4 << 20

  private var tag: UInt8 {
    switch self {
    case .draft: 1
    case .manifest: 2
    case .envelope: 3
    case .end: 4
    }
  }

  /// Its tag, then what it says as a blob.
  public var bytes: [UInt8] {
    var content = ByteBuilder()
    switch self {
    case .draft(let path, let bytes):
      content.append(string: path)
      content.append(contentsOf: bytes)
    case .manifest(let manifest): manifest.encode(into: &content)
    case .envelope(let bytes): content.append(contentsOf: bytes)
    case .end(let files, let envelopes, let entries):
      for count in [files, envelopes, entries] { content.append(count: count) }
    }
    var builder = ByteBuilder(capacity: content.bytes.count + 5)
    builder.append(tag)
    builder.append(blob: content.bytes)
    return builder.bytes
  }

  init(tag: UInt8, content: ArraySlice<UInt8>) throws(BackupFailure) {
    var cursor = ByteCursor(content)
    do throws(DecodingFailure) {
      switch tag {
      case 1:
        let path = try cursor.readString(limit: Self.pathByteLimit)
        self = .draft(path: path, bytes: Array(cursor.readRest()))
      case 2: self = .manifest(try BackupManifest(decoding: &cursor))
      case 3: self = .envelope(Array(cursor.readRest()))
      case 4:
        self = .end(
          files: try cursor.readCount(limit: .max), envelopes: try cursor.readCount(limit: .max),
          entries: try cursor.readCount(limit: .max))
      default: throw cursor.failure(.unknownValue)
      }
      try cursor.requireEnd()
    } catch {
      // What is authentic and has no meaning here, a later version has written.
      throw .newer
    }
  }
}

/// Finds the records in what the chunks of a backup give.
public struct BackupRecordReader: Sendable {
  private var left: [UInt8] = []

  /// Nothing yet.
  public init() {}

  /// Whether what has come ends with a record.
  public var isAtEnd: Bool { left.isEmpty }

  /// Takes the content of a further chunk; gives the records that are whole now.
  public mutating func read(_ bytes: [UInt8]) throws(BackupFailure) -> [BackupRecord] {
    left += bytes
    var records: [BackupRecord] = []
    var start = left.startIndex
    while start < left.endIndex {
      var cursor = ByteCursor(left[start...])
      let content: ArraySlice<UInt8>
      do throws(DecodingFailure) {
        _ = try cursor.readByte()
        content = try cursor.readBlob(limit: BackupRecord.limit)
      } catch {
        guard error.reason == .truncated else { throw .newer }
        break
      }
      records.append(try BackupRecord(tag: left[start], content: content))
      start += cursor.offset
    }
    left.removeFirst(start)
    return records
  }
}
