@_spi(_Unicode) import Swift

extension String {
    /// The text in Unicode normalisation form C, in which names and texts are compared.
    var normalised: String {
        // ASCII is composed as it is, and nearly all texts are ASCII.
        if utf8.allSatisfy({ $0 < 0x80 }) { return self }
        var scalars = String.UnicodeScalarView()
        for scalar in _nfc { scalars.append(scalar) }
        return String(scalars)
    }
}
