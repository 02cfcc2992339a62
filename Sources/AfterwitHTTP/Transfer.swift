internal import AfterwitSync
internal import CCurl
internal import Glibc

/// One request and its answer as libcurl has them; it belongs to the thread that made it.
final class Transfer {
  let exchange: Exchange
  let handle: UnsafeMutableRawPointer
  let collector: AnswerCollector
  private var lines: UnsafeMutablePointer<curl_slist>?

  /// Prepares libcurl, once in a process.
  static func prepareLibrary() { precondition(isLibraryPrepared) }

  private static let isLibraryPrepared = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  init(of exchange: Exchange) {
    guard let handle = curl_easy_init() else { fatalError("no memory for libcurl") }
    self.exchange = exchange
    self.handle = handle
    collector = AnswerCollector(hearing: exchange.request.hear)
    for line in exchange.request.lines { lines = curl_slist_append(lines, line) }
    set(CURLOPT_HTTPHEADER, to: lines)
    setAddress()
    setLimits()
    setMethod()
    setReceivers()
  }

  deinit {
    curl_easy_cleanup(handle)
    curl_slist_free_all(lines)
  }

  /// What became of the request, now that libcurl is done with it.
  func outcome(of code: CURLcode) -> Exchange.Outcome {
    guard code == CURLE_OK else { return .failure(failure(of: code)) }
    return .success(
      RawAnswer(
        status: number(CURLINFO_RESPONSE_CODE), headers: collector.headers, body: collector.body))
  }

  private func failure(of code: CURLcode) -> TransferFailure {
    if let status = proxyStatus { return .refusedByProxy(status: status) }
    return switch code {
    case CURLE_COULDNT_RESOLVE_HOST: .noName
    case CURLE_COULDNT_RESOLVE_PROXY: .noProxyName
    case CURLE_PROXY: .refusedByProxy(status: nil)
    case CURLE_PEER_FAILED_VERIFICATION:
      .untrusted(CertificateFlaw(openSSL: number(CURLINFO_SSL_VERIFYRESULT)))
    case CURLE_SSL_CACERT_BADFILE: .untrusted(.nothingToCheckWith)
    case CURLE_SSL_CONNECT_ERROR: .noTLS
    case CURLE_OPERATION_TIMEDOUT: isConnected ? .callTimeout : .connectTimeout
    case CURLE_WRITE_ERROR: .tooLong
    case CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR: .closed
    case CURLE_PARTIAL_FILE, CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY, CURLE_HTTP2,
      CURLE_HTTP2_STREAM:
      .brokenOff
    default: .noConnection(reason(of: code))
    }
  }

  /// Why there is no connection, in the words of the system, or else in those of libcurl.
  private func reason(of code: CURLcode) -> String {
    let system = number(CURLINFO_OS_ERRNO)
    guard code == CURLE_COULDNT_CONNECT, system != 0 else {
      return String(cString: curl_easy_strerror(code))
    }
    return String(cString: strerror(Int32(truncatingIfNeeded: system)))
  }

  /// The status with which a proxy refused to connect further; `nil` if none did.
  private var proxyStatus: Int? {
    let status = number(CURLINFO_HTTP_CONNECTCODE)
    return status == 0 || (200..<300).contains(status) ? nil : status
  }

  private func number(_ property: CURLINFO) -> Int {
    var value = 0
    afterwit_curl_get_number(handle, property, &value)
    return value
  }

  /// Whether the request could be sent, TLS and all.
  private var isConnected: Bool {
    var time: curl_off_t = 0
    afterwit_curl_get_time(handle, CURLINFO_PRETRANSFER_TIME_T, &time)
    return time > 0
  }
}
