import WritKit

/// A policy with promises that hold, one that a case breaks and one that two cases break.
enum ProofSamples {
    static let promises = """
        policy desk.care

        type Care = usual | close

        fact amount : money(USD) between 0 USD and 100_000 USD
        fact dispute : boolean

        decision care : Care
          first
          rule large
            when amount >= 500 USD
            then close
          rule small
            when amount < 10 USD
            then close
            accept unowned "Ten dollars: \\"a call\\"."
          otherwise usual

        decision payout : money(USD)
          first
          rule disputed
            when dispute
            then 0 USD
          otherwise amount

        never paid_in_a_dispute
          dispute and payout > 0 USD

        always never_much
          payout <= 1_000 USD

        always more_never_less
          whenever amount rises, care never falls

        always larger_is_closer
          whenever amount rises while amount >= 10 USD, care never falls

        """
}

extension Samples {
    /// The root of the repository.
    static let repository: String = {
        var folder = FilePath.folder(of: #filePath)
        while !FileSystem.isFile(FilePath.join(folder, "Package.swift")) { folder = FilePath.folder(of: folder) }
        return folder
    }()
}
