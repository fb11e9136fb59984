package io.github.pgmtls.lint.rules.record;

import io.github.pgmtls.lint.rules.Rule;
import java.util.List;

/** The rules about single records of pg_hba.conf. */
public final class RecordRules {

    /** All rules of this subject. */
    public static final List<Rule> ALL = List.of(
            new CertRequiresHostssl(),
            new ClientcertRequiresHostssl(),
            new ClientcertValue(),
            new ClientcertWithoutEffect(),
            new AddressColumnMissing(),
            new RecordSyntax(),
            new ConnectionTypeInvalid(),
            new AddressInvalid(),
            new MethodInvalid(),
            new OptionInvalid(),
            new RecordRegexInvalid(),
            new NoRecords(),
            new TrustRemote(),
            new CommentContinuation(),
            new OptionInComment(),
            new QuotedKeyword(),
            new AddressTypoKeyword(),
            new AddressHostBits(),
            new DuplicateOption(),
            new EmptyMap(),
            new ClientnameDnWithoutMap(),
            new ClientnameWithoutEffect(),
            new VerifyCaIsNotIdentity(),
            new IdentRemote(),
            new Md5Method(),
            new NameRegexUnsupported(),
            new ClientcertRedundant(),
            new AddressByHostName());

    private RecordRules() {}
}
