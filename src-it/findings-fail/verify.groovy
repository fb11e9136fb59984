String log = new File(basedir, 'build.log').text
assert log =~ /(?m)^\[INFO\] error\[trust-remote\]: /
assert log =~ /(?m)^\[ERROR\] .*verify.*: 1 error in 1 cluster; first: pg_hba.conf:2:\d+: .* \[trust-remote\]/
assert log.contains('MojoFailureException')
assert !log.contains('\tat ') : 'a stack trace without -e'
