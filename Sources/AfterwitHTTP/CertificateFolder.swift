internal import CCurl
internal import Glibc

/// The folder of the system's certificates, in which OpenSSL finds one by its name.
///
/// The system has them in one file too, which libcurl would read at each start: 140 certificates,
/// 30 ms of CPU (Protocol/decisions/19-http-by-libcurl). From the folder it reads the one it needs.
enum CertificateFolder {
  /// Whether libcurl knows the folder, and certificates are found in it by their names.
  static let isUsable: Bool = {
    guard let path = curl_version_info(CURLVERSION_TENTH)?.pointee.capath,
      let folder = opendir(path)
    else { return false }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(".0") { return true }
    }
    return false
  }()
}
