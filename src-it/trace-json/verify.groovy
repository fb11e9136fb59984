import groovy.json.JsonSlurper

def answers = new File(basedir, 'answers/trace.jsonl').readLines().collect { new JsonSlurper().parseText(it) }
assert answers*.outcome == ['refused', 'challenged', 'refused', 'accepted', 'refused']

assert answers[0] == [
    outcome: 'refused', record: [file: 'a/pg_hba.conf', line: 2], method: 'cert', identity: null,
    reason: 'no-root-store',
    serverMessage: 'client certificates can only be checked if a root certificate store is available',
    skipped: [], assumptions: []
]
assert answers[1].record == [file: 'a/pg_hba.conf', line: 3]
assert answers[1].skipped == [[line: 2, because: 'is for TLS connections']]
assert answers[2].record == null
assert answers[2].reason == 'implicit-reject'
assert answers[2].serverMessage ==
    'no pg_hba.conf entry for host "10.1.2.3", user "dave", database "shop", no encryption'
assert answers[2].skipped*.line == [2, 3, 4]

// Nobody says who is in ops there, but dave is refused either way.
assert answers[3].record == [file: 'b/conf.d/more.conf', line: 1]
assert answers[4].reason == 'implicit-reject'
assert answers[4].assumptions == ['dave is not a member of ops']
assert answers[4].skipped[1].file == 'b/conf.d/more.conf'
