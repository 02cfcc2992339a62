internal import CCurl

// What libcurl is told of each request. What it does only when asked is not asked for: redirects,
// cookies, passwords of a file, compressed bodies, HTTP before 1.0.

extension Transfer {
  /// Where the request goes.
  ///
  /// Plain HTTP goes there itself, whatever the environment says of proxies: one could read the
  /// token. Of TLS a proxy sees the name of the relay only (`https_proxy`, `no_proxy`).
  func setAddress() {
    set(CURLOPT_PROTOCOLS_STR, to: "http,https")
    set(CURLOPT_URL, to: exchange.request.url)
    set(CURLOPT_PATH_AS_IS, to: 1)
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, to: 1)
    if !exchange.request.isSecure {
      set(CURLOPT_PROXY, to: "")
    } else if CertificateFolder.isUsable {
      afterwit_curl_set_text(handle, CURLOPT_CAINFO, nil)
    }
  }

  /// How long it may take.
  ///
  /// A name that is still being looked up when that time is over is not waited for.
  func setLimits() {
    let limits = exchange.request.limits
    set(CURLOPT_TIMEOUT_MS, to: Self.milliseconds(limits.call))
    set(CURLOPT_CONNECTTIMEOUT_MS, to: Self.milliseconds(min(limits.connect, limits.call)))
    set(CURLOPT_NOSIGNAL, to: 1)
    set(CURLOPT_QUICK_EXIT, to: 1)
  }

  /// Its method, with the body; libcurl copies it.
  func setMethod() {
    let request = exchange.request
    if request.method.hasBody {
      let body = request.body ?? []
      set(CURLOPT_POST, to: 1)
      set(CURLOPT_POSTFIELDSIZE, to: body.count)
      // An array that is empty may have no address, and no address is no body to libcurl.
      (body.isEmpty ? [0] : body).withUnsafeBytes { bytes in
        set(CURLOPT_COPYPOSTFIELDS, to: UnsafeMutableRawPointer(mutating: bytes.baseAddress))
      }
    }
    if request.method != .get, request.method != .post {
      set(CURLOPT_CUSTOMREQUEST, to: request.method.rawValue)
    }
  }

  /// Where the answer goes: a piece that is not taken ends the transfer.
  func setReceivers() {
    let context = Unmanaged.passUnretained(collector).toOpaque()
    set(CURLOPT_HEADERDATA, to: context)
    set(CURLOPT_WRITEDATA, to: context)
    setReceiver(CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
      AnswerCollector.hand(bytes, size * count, to: context) { $0.takeLine($1) }
    }
    setReceiver(CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
      AnswerCollector.hand(bytes, size * count, to: context) { $0.takeBody($1) }
    }
  }

  /// A duration in milliseconds, as libcurl takes it: nothing is no limit to it.
  private static func milliseconds(_ duration: Duration) -> Int {
    Int(min(max(duration / .milliseconds(1), 1), Double(Int32.max)))
  }

  func set(_ option: CURLoption, to value: Int) {
    let code = afterwit_curl_set_number(handle, option, value)
    precondition(code == CURLE_OK)
  }

  func set(_ option: CURLoption, to value: String) {
    let code = afterwit_curl_set_text(handle, option, value)
    precondition(code == CURLE_OK)
  }

  func set(_ option: CURLoption, to value: UnsafeMutableRawPointer?) {
    let code = afterwit_curl_set_pointer(handle, option, value)
    precondition(code == CURLE_OK)
  }

  private func setReceiver(_ option: CURLoption, _ receiver: afterwit_curl_receiver) {
    let code = afterwit_curl_set_receiver(handle, option, receiver)
    precondition(code == CURLE_OK)
  }
}
