internal import AfterwitEncoding
internal import AfterwitRelay
internal import AfterwitWire
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

extension Response {
  /// The answer of a call; no bytes for a call that has nothing to say.
  init(bytes: [UInt8]) {
    self.init(
      status: .ok, headers: [.contentType: RelayCall.mediaType],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  /// A line of text for the operator.
  init(text: String) {
    self.init(
      status: .ok, headers: [.contentType: "text/plain; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text + "\n")))
  }

  /// A refusal: its status, its word in a header, its sentence as plain text.
  init(_ denial: RelayDenial) {
    var headers: HTTPFields = [
      .contentType: "text/plain; charset=utf-8", RelayField.refusal: denial.refusal.rawValue,
    ]
    if !denial.by.isEmpty {
      headers[RelayField.outBy] = denial.by.map(\.description).joined(separator: ",")
    }
    headers[.retryAfter] = denial.retryAfterSeconds.map(String.init)
    self.init(
      status: HTTPResponse.Status(code: denial.refusal.status), headers: headers,
      body: ResponseBody(byteBuffer: ByteBuffer(string: denial.sentence + "\n")))
  }
}
