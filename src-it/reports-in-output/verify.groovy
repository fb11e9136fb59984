String log = new File(basedir, 'build.log').text
assert log =~ /(?m)^::notice title=/
assert new File(basedir, 'out/servers.sarif').length() > 0
assert !new File(basedir, 'target/pgmtls').exists()
