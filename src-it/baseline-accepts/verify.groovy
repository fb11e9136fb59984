String log = new File(basedir, 'build.log').text
String baseline = new File(basedir, '.pgmtls-baseline.json').text
assert baseline.contains('"rule":"trust-remote"')
assert !baseline.contains('md5-method')
assert log =~ /(?m)^\[INFO\] baseline: .* has 1 entries, 1 added, 0 removed/
assert log =~ /(?m)^\[INFO\] 0 errors, 0 warnings, 0 infos . 1 suppressed . 1 in the baseline/
assert log =~ /(?m)^\[ERROR\] .*1 warning in 1 cluster; first: pg_hba.conf:2:\d+: .* \[md5-method\]/
