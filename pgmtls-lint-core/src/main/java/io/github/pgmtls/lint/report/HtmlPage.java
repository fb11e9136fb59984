package io.github.pgmtls.lint.report;

import java.util.List;

/**
 * What the template of the whole page is given. All texts are visible.
 *
 * @param version the version of this program
 * @param verdict what all comes to
 * @param summary the numbers in one line
 * @param rows the clusters in the table at the top, those with the most errors first
 * @param clusters the clusters as they are drawn, each made when it is its turn
 * @param others findings about no cluster
 * @param exempt findings about no cluster with which a team lives
 * @param notChecked what was not checked about no cluster
 */
record HtmlPage(
        String version,
        Verdict verdict,
        String summary,
        List<Row> rows,
        Iterable<HtmlCluster> clusters,
        HtmlFindings.Shown others,
        HtmlFindings.Exempt exempt,
        List<String> notChecked) {

    /**
     * A verdict.
     *
     * @param kind its colour: error, warning, info or good
     * @param words what it says
     */
    record Verdict(String kind, String words) {}

    /**
     * A cluster in the table at the top.
     *
     * @param id of its section
     * @param title its name as it is shown
     * @param name its name itself
     */
    record Row(
            String id,
            String title,
            String directory,
            String name,
            String postgresql,
            Verdict verdict,
            long errors,
            long warnings,
            long infos,
            long exempt) {}
}
