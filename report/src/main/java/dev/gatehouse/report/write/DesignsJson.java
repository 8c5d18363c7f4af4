package dev.gatehouse.report.write;

import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.topology.Design;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Designs as {@code gatehouse/designs/1}. */
public final class DesignsJson {
    private DesignsJson() {}

    /** Writes designs in their order. */
    public static String of(List<Design> designs) {
        ObjectNode document = JsonText.object().put("schema", "gatehouse/designs/1");
        ArrayNode list = document.putArray("designs");
        for (Design design : designs) {
            ObjectNode node = list.addObject().put("id", design.id()).put("title", design.title());
            ArrayNode path = node.putArray("path");
            design.path().stream().map(HopKind::id).forEach(path::add);
        }
        return JsonText.of(document);
    }
}
