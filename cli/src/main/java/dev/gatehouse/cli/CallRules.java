package dev.gatehouse.cli;

import dev.gatehouse.model.finding.RuleId;

/**
 * The rules about calls: their words (600 to 609), the files that they name (610 to 629), and failures (645 to 649).
 */
final class CallRules {
    static final RuleId ARGUMENTS = new RuleId("GH-600");
    static final RuleId UNKNOWN_COMMAND = new RuleId("GH-601");
    static final RuleId UNKNOWN_OPTION = new RuleId("GH-602");
    static final RuleId UNKNOWN_WORD = new RuleId("GH-603");
    static final RuleId LATER_RELEASE = new RuleId("GH-604");
    static final RuleId NO_SUCH_FILE = new RuleId("GH-610");
    static final RuleId UNREADABLE = new RuleId("GH-611");
    static final RuleId FOLDER = new RuleId("GH-612");
    static final RuleId TOO_LARGE = new RuleId("GH-613");
    static final RuleId NOTHING_TO_READ = new RuleId("GH-614");
    static final RuleId UNKNOWN_CONTENT = new RuleId("GH-615");
    static final RuleId NO_BASELINE = new RuleId("GH-616");
    static final RuleId NO_MANIFESTS = new RuleId("GH-617");
    static final RuleId UNWRITABLE = new RuleId("GH-645");
    static final RuleId NO_BROWSER = new RuleId("GH-646");
    static final RuleId MISTAKE_OF_OURS = new RuleId("GH-649");

    private CallRules() {}
}
