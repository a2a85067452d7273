import WritCommands

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

exit(WritCommand.runProcess(Array(CommandLine.arguments.dropFirst())))
