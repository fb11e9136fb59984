String log = new File(basedir, 'build.log').text
assert log =~ /(?m)^\[ERROR\] .*1 error in 1 cluster; first: pg_hba.conf:2:1: .*"app1".*"stock".* is decided by "scram-sha-256".*\[expectation-violated\]/
assert !(log =~ /"app1" to database "shop".*\[expectation-violated\]/)
