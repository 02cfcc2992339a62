internal import AfterwitSync

extension CertificateFlaw {
  /// The flaw behind the number that OpenSSL gives it (`X509_V_…` in its `x509_vfy.h`).
  ///
  /// libcurl compares the name first, and then the number is still the 1 with which it begins.
  init(openSSL number: Int) {
    self =
      switch number {
      case 0, 1, 62: .otherName
      case 2, 18, 19, 20, 21: .unknownIssuer
      case 9: .notYetValid
      case 10: .expired
      default: .other(number)
      }
  }
}
