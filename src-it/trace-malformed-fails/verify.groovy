String log = new File(basedir, 'build.log').text
assert log.contains('connections.jsonl:2:24: unknown key "usr"; did you mean "user"?')
assert !log.contains('\tat ') : 'a stack trace without -e'
assert !new File(basedir, 'answers.jsonl').exists()
