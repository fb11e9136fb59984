package io.github.pgmtls.lint.report;

import java.util.List;
import java.util.Optional;

/**
 * What the template of a cluster is given.
 *
 * @param row what the table at the top says about it
 * @param isTooMany whether it is not drawn because others were before it
 * @param obstacle why nobody gets in at all; or empty
 * @param matrix who gets in
 * @param records the records in order
 * @param trust the certificates below their roots
 * @param timeline when certificates expire
 * @param findings what is wrong
 * @param exempt what is wrong and with what a team lives
 * @param notChecked what was not checked
 */
record HtmlCluster(
        HtmlPage.Row row,
        boolean isTooMany,
        String obstacle,
        Optional<HtmlMatrix> matrix,
        Optional<HtmlRecords> records,
        Optional<HtmlTrust> trust,
        Optional<HtmlTimeline> timeline,
        HtmlFindings.Shown findings,
        HtmlFindings.Exempt exempt,
        List<String> notChecked) {}
