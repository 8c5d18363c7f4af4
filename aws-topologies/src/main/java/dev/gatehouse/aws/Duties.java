package dev.gatehouse.aws;

import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.Requirement;

/** Which hop keeps which promise. A hop emits settings only for what it keeps. */
@FunctionalInterface
interface Duties {
    /** Whether {@code hop} keeps {@code requirement} for {@code model} on {@code entry}. */
    boolean keeps(HopKind hop, Requirement requirement, Entry entry, Model model);
}
