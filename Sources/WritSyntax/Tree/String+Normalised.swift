@_spi(_Unicode) import Swift

extension String {
    /// The text in Unicode normalisation form C, in which names and texts are compared.
    var normalised: String {
        var scalars = String.UnicodeScalarView()
        for scalar in _nfc { scalars.append(scalar) }
        return String(scalars)
    }
}
