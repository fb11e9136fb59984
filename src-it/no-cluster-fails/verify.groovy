String log = new File(basedir, 'build.log').text
assert log.contains(basedir.path)
assert log.contains('-Dpgmtls.directory=')
assert !log.contains('\tat io.github.pgmtls') : 'a stack trace without -e'
