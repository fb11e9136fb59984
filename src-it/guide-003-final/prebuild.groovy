// Its certificates and keys are made on the spot, as credentials.txt describes them.
io.github.pgmtls.lint.testing.ExampleDirectory.makeCredentials(basedir.toPath())
