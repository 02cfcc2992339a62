internal import AfterwitRelay
internal import AfterwitWire
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// Takes in a body, and lets what begins it be looked at before the rest is taken.
struct BodyReader {
  /// The longest body that is taken.
  let limit: Int
  /// After how many bytes each look is due, ascending.
  var looks: [Int] = []

  /// Takes the body of a request.
  ///
  /// - Parameter look: is given the number of the look, and what was taken so far: as much as is due, or
  ///   a body that ended before. What it throws ends the reading.
  /// - Throws: ``RelayDenial`` with `tooLarge`, ``RequestCut``, or what `look` throws.
  func bytes(
    of request: Request, look: (Int, [UInt8]) async throws -> Void = { _, _ in }
  ) async throws -> [UInt8] {
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
      throw RelayDenial(.tooLarge)
    }
    var bytes: [UInt8] = []
    var looked = 0
    do {
      for try await part in request.body {
        guard bytes.count + part.readableBytes <= limit else { throw RelayDenial(.tooLarge) }
        bytes += part.readableBytesView
        while looked < looks.count, bytes.count >= looks[looked] {
          looked += 1
          try await look(looked, bytes)
        }
      }
    } catch {
      throw error is RelayDenial ? error : RequestCut()
    }
    while looked < looks.count {
      looked += 1
      try await look(looked, bytes)
    }
    return bytes
  }
}
