String log = new File(basedir, 'build.log').text
assert log =~ /(?m)^\[ERROR\] .*pgmtls.yaml:2:1: .*server-name/
assert log.contains('MojoExecutionException')
assert !log.contains('\tat ') : 'a stack trace without -e'
