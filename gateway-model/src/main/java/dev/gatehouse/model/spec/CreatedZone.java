package dev.gatehouse.model.spec;

import java.util.List;
import java.util.Optional;

/**
 * A zone made with the platform. Entries that create the same apex share it.
 *
 * @param apex the zone's own name
 * @param mail the MX records as {@code priority host}, such as {@code 10 mx1.mailhost.example}
 * @param importFile an export of the old zone in master-file format, relative to the spec, if there is one
 */
public record CreatedZone(String apex, List<String> mail, Optional<String> importFile) implements Zone {
    /** Copies {@code mail}. */
    public CreatedZone {
        mail = List.copyOf(mail);
    }

    /** The same zone with these MX records. */
    public CreatedZone withMail(String... records) {
        return new CreatedZone(apex, List.of(records), importFile);
    }

    /** The same zone, filled from an export of the old one. */
    public CreatedZone withImport(String file) {
        return new CreatedZone(apex, mail, Optional.of(file));
    }
}
