internal import AfterwitCommand

/// `afterwit`: everything but the network, which it leaves to `afterwit-network`.
@main
enum LocalCommand {
  static func main() async {
    await Afterwit.main(over: nil)
  }
}
