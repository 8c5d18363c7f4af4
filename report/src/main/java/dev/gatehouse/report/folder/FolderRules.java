package dev.gatehouse.report.folder;

import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.InvalidInputException;
import dev.gatehouse.model.finding.Place;
import dev.gatehouse.model.finding.RuleId;
import dev.gatehouse.model.finding.Severity;
import java.util.List;

/** What can be wrong with the folder that a command shall write. */
enum FolderRules {
    /** There is a file of that name. */
    FILE("GH-640"),
    /** The folder was not written by the same command. */
    NOT_OURS("GH-641"),
    /** Somebody put files of their own into the folder. */
    WITH_OTHER_FILES("GH-642"),
    /** The folder can't be written. */
    UNWRITABLE("GH-643"),
    /** The folder is the one that the command runs in, or above it. */
    WORKING_FOLDER("GH-644");

    private final String rule;

    FolderRules(String rule) {
        this.rule = rule;
    }

    InvalidInputException refusal(String target, String what, String why, String fix) {
        return new InvalidInputException(
                List.of(new Finding(new RuleId(rule), Severity.ERROR, Place.ofFile(target), target, what, why, fix)));
    }
}
