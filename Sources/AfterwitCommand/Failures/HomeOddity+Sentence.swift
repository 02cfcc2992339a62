internal import AfterwitDevice

extension HomeOddity {
  /// What a person is told, in one line.
  var sentence: String {
    switch self {
    case .open(let folder, let mode):
      "Other users of this machine can open \(folder) (its mode is \(String(mode, radix: 8))). "
        + "Type: chmod 700 \(folder)"
    case .link(let path, let target): "\(path) is a link; the journal lies in \(target)."
    case .severalNames(let path):
      "The file \(path) has another name elsewhere. Write to it under one of them only."
    }
  }
}
