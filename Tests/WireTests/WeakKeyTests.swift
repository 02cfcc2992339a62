import AfterwitEncoding
import AfterwitWire
import Crypto
import Testing

@Suite("Weak keys")
struct WeakKeyTests {
  static let smallOrder = [
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  ]
  static let lowOrder = [
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
    "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  ]

  @Test(
    "a signing key of small order is refused with either sign [AW-SEAL-10]", arguments: smallOrder)
  func signing(text: String) throws {
    var bytes = try #require(Hexadecimal.decode(text))
    #expect(SigningKey(bytes) == nil)
    bytes[31] |= 0x80
    #expect(SigningKey(bytes) == nil)
  }

  @Test("a member whose X25519 half is of low order is refused [AW-SEAL-10]", arguments: lowOrder)
  func agreement(text: String) throws {
    let signing = SigningKey(Curve25519.Signing.PrivateKey().publicKey)
    let mlkem = [UInt8](repeating: 7, count: Member.agreementKeyByteCount - 32)
    let point = try #require(Hexadecimal.decode(text))
    var masked = point
    masked[31] |= 0x80
    for half in [point, masked] {
      let record = ControlRecord.member(
        Member(rank: 1, signingKey: signing, agreementKey: mlkem + half))
      let failure = #expect(throws: DecodingFailure.self) {
        try ControlRecord.decode(ControlRecord.encode([record]))
      }
      #expect(failure?.reason == .unknownValue)
    }
  }

  @Test("the listed points are indeed of low order", arguments: lowOrder)
  func listedPoints(text: String) throws {
    let point = try #require(Hexadecimal.decode(text))
    let key = Curve25519.KeyAgreement.PrivateKey()
    let secret = try? key.sharedSecretFromKeyAgreement(
      with: Curve25519.KeyAgreement.PublicKey(rawRepresentation: point))
    let bytes = secret?.withUnsafeBytes { Array($0) } ?? [UInt8](repeating: 0, count: 32)
    #expect(bytes == [UInt8](repeating: 0, count: 32))
  }

  @Test("an ordinary member is read back")
  func ordinary() throws {
    let signing = SigningKey(Curve25519.Signing.PrivateKey().publicKey)
    let agreement = try XWingMLKEM768X25519.PrivateKey.generate().publicKey.rawRepresentation
    let member = Member(rank: 1, signingKey: signing, agreementKey: Array(agreement))
    #expect(try ControlRecord.decode(ControlRecord.encode([.member(member)])) == [.member(member)])
  }
}
