String log = new File(basedir, 'build.log').text
assert log =~ /(?m)^\[INFO\] .*1 cluster/
assert new File(basedir, 'target/pgmtls/pgmtls.json').length() > 0
// Where there is no project, Maven replaces no variable in its default for the build directory.
assert basedir.list().every { !it.contains('$') }
