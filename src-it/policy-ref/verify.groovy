String log = new File(basedir, 'build.log').text
assert log =~ /(?m)^\[INFO\] 0 errors, 0 warnings, 0 infos . 2 suppressed/
assert log =~ /(?m)^\[ERROR\] .*first: pg_hba.conf:2:\d+: .* \[trust-remote\]/
assert log.contains('[suppression-invalid]')
assert log.contains('pgmtls.yaml: differs from that of HEAD, and only that is in force')
assert !(log =~ /(?m)^\[ERROR\] .*\[md5-method\]/)
assert !log.contains('Exception in thread')
