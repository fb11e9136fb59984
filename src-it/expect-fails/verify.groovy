String log = new File(basedir, 'build.log').text
assert log =~ /(?m)^\[ERROR\] .* 1 error, 2 warnings in 1 cluster; first: pg_hba.conf:2:1: user "app1" to database "stock" .* is decided by "scram-sha-256"; expected/
assert !(log =~ /"app1" to database "shop".*\[expectation-violated\]/)
